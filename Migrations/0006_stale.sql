-- Staleness: which results have to be computed again. Triggers on every fact that can change a score put the districts
-- it touches here; whoever writes through kaohe computes these again in the same transaction and takes them out. After
-- a change made with another program they stay, and the views show it. A change of one district's score can move the
-- ranks, and the peers' scores, of its whole assessment: the set says where facts changed, not how far that reaches.
--
-- Only enrolled participants enter the set; besides, a pair that stopped being one (withdrawn, deleted, renamed), for
-- its results have to go. In bulk mode the writer fills the set itself. The triggers are named stale_TABLE_ACTION.

-- Districts whose results are out of date · 待重算.
CREATE TABLE stale (
  assessment TEXT NOT NULL,  -- the assessment · 考核年度
  district   TEXT NOT NULL,  -- the district · 市(县)区
  PRIMARY KEY (assessment, district)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER stale_visit_insert AFTER INSERT ON visit
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT assessment, district
  FROM participant
  WHERE assessment = NEW.assessment AND status = 'enrolled' AND district = coalesce(NEW.district,
    (SELECT district FROM pilot_enterprise WHERE code = NEW.enterprise),
    (SELECT district FROM industrial_park WHERE code = NEW.park))
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_visit_update AFTER UPDATE OF code, assessment, district, enterprise, park, date, status ON visit
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
  AND (OLD.code, OLD.assessment, OLD.district, OLD.enterprise, OLD.park, OLD.date, OLD.status)
    IS NOT (NEW.code, NEW.assessment, NEW.district, NEW.enterprise, NEW.park, NEW.date, NEW.status)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT assessment, district
  FROM participant
  WHERE assessment = OLD.assessment AND status = 'enrolled' AND district = coalesce(OLD.district,
    (SELECT district FROM pilot_enterprise WHERE code = OLD.enterprise),
    (SELECT district FROM industrial_park WHERE code = OLD.park))
  ON CONFLICT DO NOTHING;
  INSERT INTO stale (assessment, district)
  SELECT assessment, district
  FROM participant
  WHERE assessment = NEW.assessment AND status = 'enrolled' AND district = coalesce(NEW.district,
    (SELECT district FROM pilot_enterprise WHERE code = NEW.enterprise),
    (SELECT district FROM industrial_park WHERE code = NEW.park))
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_visit_delete AFTER DELETE ON visit
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT assessment, district
  FROM participant
  WHERE assessment = OLD.assessment AND status = 'enrolled' AND district = coalesce(OLD.district,
    (SELECT district FROM pilot_enterprise WHERE code = OLD.enterprise),
    (SELECT district FROM industrial_park WHERE code = OLD.park))
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_observation_insert AFTER INSERT ON observation
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT assessment, district
  FROM visit_district JOIN participant USING (assessment, district)
  WHERE visit = NEW.visit AND status = 'enrolled'
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_observation_update AFTER UPDATE OF visit, indicator, item, scorer, id, value ON observation
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
  AND (OLD.visit, OLD.indicator, OLD.item, OLD.scorer, OLD.id, OLD.value)
    IS NOT (NEW.visit, NEW.indicator, NEW.item, NEW.scorer, NEW.id, NEW.value)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT assessment, district
  FROM visit_district JOIN participant USING (assessment, district)
  WHERE visit IN (OLD.visit, NEW.visit) AND status = 'enrolled'
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_observation_delete AFTER DELETE ON observation
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT assessment, district
  FROM visit_district JOIN participant USING (assessment, district)
  WHERE visit = OLD.visit AND status = 'enrolled'
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_supersession_insert AFTER INSERT ON supersession
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT assessment, district
  FROM visit_district JOIN participant USING (assessment, district)
  WHERE visit = NEW.visit AND status = 'enrolled'
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_supersession_update AFTER UPDATE OF visit, indicator, item, scorer, superseded, by ON supersession
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
  AND (OLD.visit, OLD.indicator, OLD.item, OLD.scorer, OLD.superseded, OLD.by)
    IS NOT (NEW.visit, NEW.indicator, NEW.item, NEW.scorer, NEW.superseded, NEW.by)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT assessment, district
  FROM visit_district JOIN participant USING (assessment, district)
  WHERE visit IN (OLD.visit, NEW.visit) AND status = 'enrolled'
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_supersession_delete AFTER DELETE ON supersession
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT assessment, district
  FROM visit_district JOIN participant USING (assessment, district)
  WHERE visit = OLD.visit AND status = 'enrolled'
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_observation_evidence_insert AFTER INSERT ON observation_evidence
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT assessment, district
  FROM visit_district JOIN participant USING (assessment, district)
  WHERE visit = NEW.visit AND status = 'enrolled'
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_observation_evidence_update AFTER UPDATE OF visit, indicator, item, scorer, id, evidence
ON observation_evidence
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
  AND (OLD.visit, OLD.indicator, OLD.item, OLD.scorer, OLD.id, OLD.evidence)
    IS NOT (NEW.visit, NEW.indicator, NEW.item, NEW.scorer, NEW.id, NEW.evidence)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT assessment, district
  FROM visit_district JOIN participant USING (assessment, district)
  WHERE visit IN (OLD.visit, NEW.visit) AND status = 'enrolled'
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_observation_evidence_delete AFTER DELETE ON observation_evidence
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT assessment, district
  FROM visit_district JOIN participant USING (assessment, district)
  WHERE visit = OLD.visit AND status = 'enrolled'
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_adjustment_insert AFTER INSERT ON adjustment
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT assessment, district
  FROM participant
  WHERE status = 'enrolled' AND assessment = NEW.assessment AND district = NEW.district
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_adjustment_update AFTER UPDATE OF entry, assessment, district, code, level, event, count
ON adjustment
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
  AND (OLD.entry, OLD.assessment, OLD.district, OLD.code, OLD.level, OLD.event, OLD.count)
    IS NOT (NEW.entry, NEW.assessment, NEW.district, NEW.code, NEW.level, NEW.event, NEW.count)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT assessment, district
  FROM participant
  WHERE status = 'enrolled' AND (assessment, district) IN (
    VALUES (OLD.assessment, OLD.district), (NEW.assessment, NEW.district))
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_adjustment_delete AFTER DELETE ON adjustment
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT assessment, district
  FROM participant
  WHERE status = 'enrolled' AND assessment = OLD.assessment AND district = OLD.district
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_adjustment_evidence_insert AFTER INSERT ON adjustment_evidence
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT assessment, district
  FROM adjustment JOIN participant USING (assessment, district)
  WHERE entry = NEW.entry AND status = 'enrolled'
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_adjustment_evidence_update AFTER UPDATE OF entry, evidence ON adjustment_evidence
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
  AND (OLD.entry, OLD.evidence)
    IS NOT (NEW.entry, NEW.evidence)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT assessment, district
  FROM adjustment JOIN participant USING (assessment, district)
  WHERE entry IN (OLD.entry, NEW.entry) AND status = 'enrolled'
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_adjustment_evidence_delete AFTER DELETE ON adjustment_evidence
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT assessment, district
  FROM adjustment JOIN participant USING (assessment, district)
  WHERE entry = OLD.entry AND status = 'enrolled'
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_participant_insert AFTER INSERT ON participant
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
  AND NEW.status = 'enrolled'
BEGIN
  INSERT INTO stale (assessment, district) VALUES (NEW.assessment, NEW.district)
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_participant_update AFTER UPDATE ON participant
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
  AND (OLD.assessment, OLD.district, OLD.category, OLD.status)
    IS NOT (NEW.assessment, NEW.district, NEW.category, NEW.status)
BEGIN
  INSERT INTO stale (assessment, district)
  VALUES (OLD.assessment, OLD.district), (NEW.assessment, NEW.district)
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_participant_delete AFTER DELETE ON participant
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
BEGIN
  INSERT INTO stale (assessment, district) VALUES (OLD.assessment, OLD.district)
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_assessment_update AFTER UPDATE OF rule_set, pools ON assessment
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
  AND (OLD.rule_set, OLD.pools) IS NOT (NEW.rule_set, NEW.pools)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT assessment, district
  FROM participant
  WHERE status = 'enrolled' AND assessment = NEW.code
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_industrial_park_insert AFTER INSERT ON industrial_park
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT assessment, district
  FROM participant
  WHERE status = 'enrolled' AND district = NEW.district
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_industrial_park_update AFTER UPDATE OF district ON industrial_park
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
  AND OLD.district <> NEW.district
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT assessment, district
  FROM participant
  WHERE status = 'enrolled' AND district IN (OLD.district, NEW.district)
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_industrial_park_delete AFTER DELETE ON industrial_park
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT assessment, district
  FROM participant
  WHERE status = 'enrolled' AND district = OLD.district
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_pilot_enterprise_insert AFTER INSERT ON pilot_enterprise
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT assessment, district
  FROM participant
  WHERE status = 'enrolled' AND district = NEW.district
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_pilot_enterprise_update AFTER UPDATE OF district ON pilot_enterprise
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
  AND OLD.district <> NEW.district
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT assessment, district
  FROM participant
  WHERE status = 'enrolled' AND district IN (OLD.district, NEW.district)
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_pilot_enterprise_delete AFTER DELETE ON pilot_enterprise
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT assessment, district
  FROM participant
  WHERE status = 'enrolled' AND district = OLD.district
  ON CONFLICT DO NOTHING;
END;
