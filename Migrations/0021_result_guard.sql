-- Staleness, continued: results are kaohe's to write. What another program changes in them is no result of the facts any
-- more, so that it makes the district stale: the views show it, and the next `kaohe rank` computes it again. A session is
-- kaohe at work; it is looked for in the very transaction, so that nobody else passes for it.
--
-- Only an assessment that exists can be computed again, so that no other enters the set. The scores of visits, subjects
-- and items are many, and each trigger, though its WHEN is false, costs kaohe half as much as the insert: of these only
-- changes are watched, which kaohe never makes. Nor is the removal of an `assessment_result`, without which kaohe
-- computes all again.

CREATE TRIGGER stale_district_result_insert AFTER INSERT ON district_result
WHEN NOT EXISTS (SELECT 1 FROM session)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT code, NEW.district FROM assessment WHERE code = NEW.assessment
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_district_result_update AFTER UPDATE ON district_result
WHEN NOT EXISTS (SELECT 1 FROM session)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT code, OLD.district FROM assessment WHERE code = OLD.assessment
  UNION
  SELECT code, NEW.district FROM assessment WHERE code = NEW.assessment
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_district_result_delete AFTER DELETE ON district_result
WHEN NOT EXISTS (SELECT 1 FROM session)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT code, OLD.district FROM assessment WHERE code = OLD.assessment
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_leaf_result_insert AFTER INSERT ON leaf_result
WHEN NOT EXISTS (SELECT 1 FROM session)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT code, NEW.district FROM assessment WHERE code = NEW.assessment
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_leaf_result_update AFTER UPDATE ON leaf_result
WHEN NOT EXISTS (SELECT 1 FROM session)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT code, OLD.district FROM assessment WHERE code = OLD.assessment
  UNION
  SELECT code, NEW.district FROM assessment WHERE code = NEW.assessment
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_leaf_result_delete AFTER DELETE ON leaf_result
WHEN NOT EXISTS (SELECT 1 FROM session)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT code, OLD.district FROM assessment WHERE code = OLD.assessment
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_section_result_insert AFTER INSERT ON section_result
WHEN NOT EXISTS (SELECT 1 FROM session)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT code, NEW.district FROM assessment WHERE code = NEW.assessment
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_section_result_update AFTER UPDATE ON section_result
WHEN NOT EXISTS (SELECT 1 FROM session)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT code, OLD.district FROM assessment WHERE code = OLD.assessment
  UNION
  SELECT code, NEW.district FROM assessment WHERE code = NEW.assessment
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_section_result_delete AFTER DELETE ON section_result
WHEN NOT EXISTS (SELECT 1 FROM session)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT code, OLD.district FROM assessment WHERE code = OLD.assessment
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_phase_result_insert AFTER INSERT ON phase_result
WHEN NOT EXISTS (SELECT 1 FROM session)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT code, NEW.district FROM assessment WHERE code = NEW.assessment
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_phase_result_update AFTER UPDATE ON phase_result
WHEN NOT EXISTS (SELECT 1 FROM session)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT code, OLD.district FROM assessment WHERE code = OLD.assessment
  UNION
  SELECT code, NEW.district FROM assessment WHERE code = NEW.assessment
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_phase_result_delete AFTER DELETE ON phase_result
WHEN NOT EXISTS (SELECT 1 FROM session)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT code, OLD.district FROM assessment WHERE code = OLD.assessment
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_adjustment_result_insert AFTER INSERT ON adjustment_result
WHEN NOT EXISTS (SELECT 1 FROM session)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT code, NEW.district FROM assessment WHERE code = NEW.assessment
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_adjustment_result_update AFTER UPDATE ON adjustment_result
WHEN NOT EXISTS (SELECT 1 FROM session)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT code, OLD.district FROM assessment WHERE code = OLD.assessment
  UNION
  SELECT code, NEW.district FROM assessment WHERE code = NEW.assessment
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_adjustment_result_delete AFTER DELETE ON adjustment_result
WHEN NOT EXISTS (SELECT 1 FROM session)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT code, OLD.district FROM assessment WHERE code = OLD.assessment
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_subject_score_update AFTER UPDATE ON subject_score
WHEN NOT EXISTS (SELECT 1 FROM session)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT code, OLD.district FROM assessment WHERE code = OLD.assessment
  UNION
  SELECT code, NEW.district FROM assessment WHERE code = NEW.assessment
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_item_score_update AFTER UPDATE ON item_score
WHEN NOT EXISTS (SELECT 1 FROM session)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT code, OLD.district FROM assessment WHERE code = OLD.assessment
  UNION
  SELECT code, NEW.district FROM assessment WHERE code = NEW.assessment
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_inspection_score_update AFTER UPDATE ON inspection_score
WHEN NOT EXISTS (SELECT 1 FROM session)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT d.assessment, d.district
  FROM visit_district AS d
  JOIN participant AS p ON p.assessment = d.assessment AND p.district = d.district AND p.status = 'enrolled'
  WHERE d.visit IN (OLD.visit, NEW.visit)
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_assessment_result_insert AFTER INSERT ON assessment_result
WHEN NOT EXISTS (SELECT 1 FROM session)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT p.assessment, p.district
  FROM participant AS p
  JOIN assessment AS a ON a.code = p.assessment
  WHERE p.status = 'enrolled' AND p.assessment IN (NEW.assessment)
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER stale_assessment_result_update AFTER UPDATE ON assessment_result
WHEN NOT EXISTS (SELECT 1 FROM session)
BEGIN
  INSERT INTO stale (assessment, district)
  SELECT p.assessment, p.district
  FROM participant AS p
  JOIN assessment AS a ON a.code = p.assessment
  WHERE p.status = 'enrolled' AND p.assessment IN (OLD.assessment, NEW.assessment)
  ON CONFLICT DO NOTHING;
END;
