-- Staleness, continued: what is recorded at a visit that does not count (a draft, a cancelled one) changes no result, so
-- it makes none stale. Recording a draft costs what its own rows cost, whatever the size of the city.

DROP TRIGGER stale_observation_insert;
DROP TRIGGER stale_observation_update;
DROP TRIGGER stale_observation_delete;

CREATE TRIGGER stale_observation_insert AFTER INSERT ON observation
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT d.assessment, d.district
  FROM visit AS v
  JOIN visit_district AS d ON d.visit = v.code
  JOIN participant AS p ON p.assessment = d.assessment AND p.district = d.district AND p.status = 'enrolled'
  WHERE v.code = NEW.visit AND v.status IN ('submitted', 'confirmed')
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_observation_update AFTER UPDATE OF visit, indicator, item, scorer, id, value ON observation
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
  AND (OLD.visit, OLD.indicator, OLD.item, OLD.scorer, OLD.id, OLD.value)
    IS NOT (NEW.visit, NEW.indicator, NEW.item, NEW.scorer, NEW.id, NEW.value)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT d.assessment, d.district
  FROM visit AS v
  JOIN visit_district AS d ON d.visit = v.code
  JOIN participant AS p ON p.assessment = d.assessment AND p.district = d.district AND p.status = 'enrolled'
  WHERE v.code IN (OLD.visit, NEW.visit) AND v.status IN ('submitted', 'confirmed')
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_observation_delete AFTER DELETE ON observation
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT d.assessment, d.district
  FROM visit AS v
  JOIN visit_district AS d ON d.visit = v.code
  JOIN participant AS p ON p.assessment = d.assessment AND p.district = d.district AND p.status = 'enrolled'
  WHERE v.code = OLD.visit AND v.status IN ('submitted', 'confirmed')
  ON CONFLICT DO NOTHING;
END;

DROP TRIGGER stale_supersession_insert;
DROP TRIGGER stale_supersession_update;
DROP TRIGGER stale_supersession_delete;

CREATE TRIGGER stale_supersession_insert AFTER INSERT ON supersession
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT d.assessment, d.district
  FROM visit AS v
  JOIN visit_district AS d ON d.visit = v.code
  JOIN participant AS p ON p.assessment = d.assessment AND p.district = d.district AND p.status = 'enrolled'
  WHERE v.code = NEW.visit AND v.status IN ('submitted', 'confirmed')
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_supersession_update AFTER UPDATE OF visit, indicator, item, scorer, superseded, by
ON supersession
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
  AND (OLD.visit, OLD.indicator, OLD.item, OLD.scorer, OLD.superseded, OLD.by)
    IS NOT (NEW.visit, NEW.indicator, NEW.item, NEW.scorer, NEW.superseded, NEW.by)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT d.assessment, d.district
  FROM visit AS v
  JOIN visit_district AS d ON d.visit = v.code
  JOIN participant AS p ON p.assessment = d.assessment AND p.district = d.district AND p.status = 'enrolled'
  WHERE v.code IN (OLD.visit, NEW.visit) AND v.status IN ('submitted', 'confirmed')
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_supersession_delete AFTER DELETE ON supersession
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT d.assessment, d.district
  FROM visit AS v
  JOIN visit_district AS d ON d.visit = v.code
  JOIN participant AS p ON p.assessment = d.assessment AND p.district = d.district AND p.status = 'enrolled'
  WHERE v.code = OLD.visit AND v.status IN ('submitted', 'confirmed')
  ON CONFLICT DO NOTHING;
END;

DROP TRIGGER stale_observation_evidence_insert;
DROP TRIGGER stale_observation_evidence_update;
DROP TRIGGER stale_observation_evidence_delete;

CREATE TRIGGER stale_observation_evidence_insert AFTER INSERT ON observation_evidence
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT d.assessment, d.district
  FROM visit AS v
  JOIN visit_district AS d ON d.visit = v.code
  JOIN participant AS p ON p.assessment = d.assessment AND p.district = d.district AND p.status = 'enrolled'
  WHERE v.code = NEW.visit AND v.status IN ('submitted', 'confirmed')
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_observation_evidence_update AFTER UPDATE OF visit, indicator, item, scorer, id, evidence
ON observation_evidence
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
  AND (OLD.visit, OLD.indicator, OLD.item, OLD.scorer, OLD.id, OLD.evidence)
    IS NOT (NEW.visit, NEW.indicator, NEW.item, NEW.scorer, NEW.id, NEW.evidence)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT d.assessment, d.district
  FROM visit AS v
  JOIN visit_district AS d ON d.visit = v.code
  JOIN participant AS p ON p.assessment = d.assessment AND p.district = d.district AND p.status = 'enrolled'
  WHERE v.code IN (OLD.visit, NEW.visit) AND v.status IN ('submitted', 'confirmed')
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_observation_evidence_delete AFTER DELETE ON observation_evidence
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT d.assessment, d.district
  FROM visit AS v
  JOIN visit_district AS d ON d.visit = v.code
  JOIN participant AS p ON p.assessment = d.assessment AND p.district = d.district AND p.status = 'enrolled'
  WHERE v.code = OLD.visit AND v.status IN ('submitted', 'confirmed')
  ON CONFLICT DO NOTHING;
END;
