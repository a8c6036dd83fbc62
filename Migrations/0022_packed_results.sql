-- Results, continued: one packed row instead of one row a score.
--
-- A year of a nation has millions of scores of single visits, nearly as many as observations, and most subjects are
-- visited once, so that their scores are those of that visit. A row for each, twice, with an index, took half of the time
-- of a recomputation. So a visit has one row here, which holds the scores of all its leaves, and a subject has one only
-- for what is not the score of its only visit. `inspection_score` and `subject_score` are views of these rows, with the
-- names and the columns that the tables had.
--
-- A pack is a JSON object, by leaf: `{"A1.1":"500000 1/2","A1.2":null}` is the score in millionths of a point, a space,
-- the score as an exact number; null where the leaf is not applicable.

DROP TABLE inspection_score;
DROP TABLE subject_score;

-- A visit that counts, with what its leaves scored there · 督查得分.
CREATE TABLE scored_visit (
  visit      TEXT NOT NULL PRIMARY KEY,  -- the visit · 督查
  assessment TEXT NOT NULL,  -- the assessment · 考核年度
  district   TEXT NOT NULL,  -- the district that it counts for · 市(县)区
  subject    TEXT NOT NULL,  -- the subject, e.g. enterprise:E01 · 督查对象
  alone      INTEGER NOT NULL CHECK (alone IN (0, 1)),  -- 1: the subject's only visit, so that these are the subject's scores, too · 是否唯一督查
  scores     TEXT NOT NULL CHECK (json_valid(scores))  -- the leaves' scores, a pack, see above (a JSON object by leaf) · 各要点得分
) STRICT;

CREATE INDEX scored_visit_by_subject ON scored_visit (assessment, district, subject, visit);

-- A subject with scores that are not those of its only visit: it was visited more than once, or its visits were summed
-- first · 督查对象合并得分.
CREATE TABLE scored_subject (
  assessment TEXT NOT NULL,  -- the assessment · 考核年度
  district   TEXT NOT NULL,  -- the district that it counts for · 市(县)区
  subject    TEXT NOT NULL,  -- the subject, e.g. enterprise:E01 · 督查对象
  scores     TEXT NOT NULL CHECK (json_valid(scores)),  -- the leaves' scores, a pack, see above, without those of its only visit (a JSON object by leaf) · 各要点得分
  PRIMARY KEY (assessment, district, subject)
) STRICT;

-- What a district's own records came to, before the districts are compared · 地区比较前得分. From these, the assessment is ranked
-- again where only other districts have changed.
CREATE TABLE district_appraisal (
  assessment TEXT NOT NULL,  -- the assessment · 考核年度
  district   TEXT NOT NULL,  -- the district · 市(县)区
  category   TEXT NOT NULL,  -- category that it was compared in · 类别
  outcomes   TEXT NOT NULL CHECK (outcomes <> ''),  -- what each leaf came to, in the rules' order, a space between: its exact score; `=` and its exact measure where districts are compared by it; `-` not applicable; `?` missing · 各要点结果
  PRIMARY KEY (assessment, district)
) STRICT;

-- A leaf's score at one visit that counts · 一访一项得分.
CREATE VIEW inspection_score AS
SELECT
  s.visit AS visit,  -- the visit · 督查
  j.key AS indicator,  -- the leaf · 考核要点
  iif(j.type = 'null', 'not_applicable', 'scored') AS status,  -- scored, not_applicable · 状态
  substr(j.value, instr(j.value, ' ') + 1) AS score_exact,  -- the score (points, exact); NULL where not applicable · 得分
  CAST(j.value AS INTEGER) AS score_micro  -- the same (millionths of a point) · 得分
FROM scored_visit AS s
CROSS JOIN json_each(s.scores) AS j;

-- A leaf's score of one subject, over its visits · 督查对象得分.
CREATE VIEW subject_score AS
SELECT
  s.assessment AS assessment,  -- the assessment · 考核年度
  s.subject AS subject,  -- the subject, e.g. enterprise:E01 · 督查对象
  j.key AS indicator,  -- the leaf · 考核要点
  s.district AS district,  -- the district that it counts for · 市(县)区
  iif(j.type = 'null', 'not_applicable', 'scored') AS status,  -- scored, not_applicable · 状态
  substr(j.value, instr(j.value, ' ') + 1) AS score_exact,  -- the score (points, exact); NULL where not applicable · 得分
  CAST(j.value AS INTEGER) AS score_micro  -- the same (millionths of a point) · 得分
FROM (
  SELECT assessment, district, subject, scores
  FROM scored_visit
  WHERE alone = 1
  UNION ALL
  SELECT assessment, district, subject, scores
  FROM scored_subject) AS s
CROSS JOIN json_each(s.scores) AS j;

-- A ranking is provisional while a visit is not confirmed, and whoever ranks asks for it.
CREATE INDEX visit_unconfirmed ON visit (assessment) WHERE status IN ('draft', 'submitted');

-- Results that were computed before have no packs: they are computed again.
INSERT INTO stale (assessment, district)
SELECT assessment, district FROM district_result WHERE true
ON CONFLICT DO NOTHING;

-- Results that another program changes make their district stale, as in 0021. These rows are few enough to watch their
-- inserts and deletes, too; so are the items, now that kaohe writes only those that changed.

CREATE TRIGGER stale_scored_visit_insert AFTER INSERT ON scored_visit
WHEN NOT EXISTS (SELECT 1 FROM session)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT code, NEW.district FROM assessment WHERE code = NEW.assessment
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_scored_visit_update AFTER UPDATE ON scored_visit
WHEN NOT EXISTS (SELECT 1 FROM session)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT code, OLD.district FROM assessment WHERE code = OLD.assessment
  UNION
  SELECT code, NEW.district FROM assessment WHERE code = NEW.assessment
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_scored_visit_delete AFTER DELETE ON scored_visit
WHEN NOT EXISTS (SELECT 1 FROM session)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT code, OLD.district FROM assessment WHERE code = OLD.assessment
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_scored_subject_insert AFTER INSERT ON scored_subject
WHEN NOT EXISTS (SELECT 1 FROM session)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT code, NEW.district FROM assessment WHERE code = NEW.assessment
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_scored_subject_update AFTER UPDATE ON scored_subject
WHEN NOT EXISTS (SELECT 1 FROM session)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT code, OLD.district FROM assessment WHERE code = OLD.assessment
  UNION
  SELECT code, NEW.district FROM assessment WHERE code = NEW.assessment
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_scored_subject_delete AFTER DELETE ON scored_subject
WHEN NOT EXISTS (SELECT 1 FROM session)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT code, OLD.district FROM assessment WHERE code = OLD.assessment
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_district_appraisal_insert AFTER INSERT ON district_appraisal
WHEN NOT EXISTS (SELECT 1 FROM session)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT code, NEW.district FROM assessment WHERE code = NEW.assessment
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_district_appraisal_update AFTER UPDATE ON district_appraisal
WHEN NOT EXISTS (SELECT 1 FROM session)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT code, OLD.district FROM assessment WHERE code = OLD.assessment
  UNION
  SELECT code, NEW.district FROM assessment WHERE code = NEW.assessment
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_district_appraisal_delete AFTER DELETE ON district_appraisal
WHEN NOT EXISTS (SELECT 1 FROM session)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT code, OLD.district FROM assessment WHERE code = OLD.assessment
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_item_score_insert AFTER INSERT ON item_score
WHEN NOT EXISTS (SELECT 1 FROM session)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT code, NEW.district FROM assessment WHERE code = NEW.assessment
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_item_score_delete AFTER DELETE ON item_score
WHEN NOT EXISTS (SELECT 1 FROM session)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT code, OLD.district FROM assessment WHERE code = OLD.assessment
  ON CONFLICT DO NOTHING;
END;

-- Only the districts that are stale are appraised again, so that the set has to name every district that a fact reaches.
-- What a visit was handed in with, and what was decided or corrected since, says which observations count (0012).

CREATE TRIGGER stale_visit_step_insert AFTER INSERT ON visit_step
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

CREATE TRIGGER stale_visit_step_update AFTER UPDATE ON visit_step
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT d.assessment, d.district
  FROM visit AS v
  JOIN visit_district AS d ON d.visit = v.code
  JOIN participant AS p ON p.assessment = d.assessment AND p.district = d.district AND p.status = 'enrolled'
  WHERE v.code IN (OLD.visit, NEW.visit) AND v.status IN ('submitted', 'confirmed')
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_visit_step_delete AFTER DELETE ON visit_step
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

CREATE TRIGGER stale_objection_correction_insert AFTER INSERT ON objection_correction
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

CREATE TRIGGER stale_objection_correction_update AFTER UPDATE ON objection_correction
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT d.assessment, d.district
  FROM visit AS v
  JOIN visit_district AS d ON d.visit = v.code
  JOIN participant AS p ON p.assessment = d.assessment AND p.district = d.district AND p.status = 'enrolled'
  WHERE v.code IN (OLD.visit, NEW.visit) AND v.status IN ('submitted', 'confirmed')
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_objection_correction_delete AFTER DELETE ON objection_correction
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

CREATE TRIGGER stale_supersession_reason AFTER UPDATE OF reason ON supersession
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
  AND OLD.reason <> NEW.reason
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT d.assessment, d.district
  FROM visit AS v
  JOIN visit_district AS d ON d.visit = v.code
  JOIN participant AS p ON p.assessment = d.assessment AND p.district = d.district AND p.status = 'enrolled'
  WHERE v.code = NEW.visit AND v.status IN ('submitted', 'confirmed')
  ON CONFLICT DO NOTHING;
END;
