-- Audit, continued: the triggers of findings and monitoring. See 0007.

-- Findings.

CREATE TRIGGER audit_finding_insert AFTER INSERT ON finding
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, new)
  SELECT actor, command, 'finding', NEW.code, 'insert',
    json_object(
      'code', NEW.code, 'visit', NEW.visit, 'indicator', NEW.indicator, 'kind', NEW.kind, 'text', NEW.text,
      'requirement', NEW.requirement, 'due', NEW.due, 'status', NEW.status, 'closed', NEW.closed)
  FROM writer;
END;

CREATE TRIGGER audit_finding_update AFTER UPDATE ON finding
WHEN (OLD.code, OLD.visit, OLD.indicator, OLD.kind, OLD.text, OLD.requirement, OLD.due, OLD.status, OLD.closed)
  IS NOT (NEW.code, NEW.visit, NEW.indicator, NEW.kind, NEW.text, NEW.requirement, NEW.due, NEW.status, NEW.closed)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old, new)
  SELECT actor, command, 'finding', NEW.code, 'update',
    json_object(
      'code', OLD.code, 'visit', OLD.visit, 'indicator', OLD.indicator, 'kind', OLD.kind, 'text', OLD.text,
      'requirement', OLD.requirement, 'due', OLD.due, 'status', OLD.status, 'closed', OLD.closed),
    json_object(
      'code', NEW.code, 'visit', NEW.visit, 'indicator', NEW.indicator, 'kind', NEW.kind, 'text', NEW.text,
      'requirement', NEW.requirement, 'due', NEW.due, 'status', NEW.status, 'closed', NEW.closed)
  FROM writer;
END;

CREATE TRIGGER audit_finding_delete AFTER DELETE ON finding
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old)
  SELECT actor, command, 'finding', OLD.code, 'delete',
    json_object(
      'code', OLD.code, 'visit', OLD.visit, 'indicator', OLD.indicator, 'kind', OLD.kind, 'text', OLD.text,
      'requirement', OLD.requirement, 'due', OLD.due, 'status', OLD.status, 'closed', OLD.closed)
  FROM writer;
END;

CREATE TRIGGER audit_finding_evidence_insert AFTER INSERT ON finding_evidence
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, new)
  SELECT actor, command, 'finding_evidence', NEW.finding || ' / ' || NEW.evidence, 'insert',
    json_object('finding', NEW.finding, 'evidence', NEW.evidence)
  FROM writer;
END;

CREATE TRIGGER audit_finding_evidence_update AFTER UPDATE ON finding_evidence
WHEN (OLD.finding, OLD.evidence) IS NOT (NEW.finding, NEW.evidence)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old, new)
  SELECT actor, command, 'finding_evidence', NEW.finding || ' / ' || NEW.evidence, 'update',
    json_object('finding', OLD.finding, 'evidence', OLD.evidence),
    json_object('finding', NEW.finding, 'evidence', NEW.evidence)
  FROM writer;
END;

CREATE TRIGGER audit_finding_evidence_delete AFTER DELETE ON finding_evidence
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old)
  SELECT actor, command, 'finding_evidence', OLD.finding || ' / ' || OLD.evidence, 'delete',
    json_object('finding', OLD.finding, 'evidence', OLD.evidence)
  FROM writer;
END;

-- Figures, coverage, tasks, surveys, publicity.

CREATE TRIGGER audit_metric_insert AFTER INSERT ON metric
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, new)
  SELECT actor, command, 'metric', NEW.subject || ' / ' || NEW.year || ' / ' || NEW.metric, 'insert',
    json_object(
      'district', NEW.district, 'enterprise', NEW.enterprise, 'park', NEW.park, 'year', NEW.year,
      'metric', NEW.metric, 'value', NEW.value, 'unit', NEW.unit)
  FROM writer;
END;

CREATE TRIGGER audit_metric_update AFTER UPDATE ON metric
WHEN (OLD.district, OLD.enterprise, OLD.park, OLD.year, OLD.metric, OLD.value, OLD.unit)
  IS NOT (NEW.district, NEW.enterprise, NEW.park, NEW.year, NEW.metric, NEW.value, NEW.unit)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old, new)
  SELECT actor, command, 'metric', NEW.subject || ' / ' || NEW.year || ' / ' || NEW.metric, 'update',
    json_object(
      'district', OLD.district, 'enterprise', OLD.enterprise, 'park', OLD.park, 'year', OLD.year,
      'metric', OLD.metric, 'value', OLD.value, 'unit', OLD.unit),
    json_object(
      'district', NEW.district, 'enterprise', NEW.enterprise, 'park', NEW.park, 'year', NEW.year,
      'metric', NEW.metric, 'value', NEW.value, 'unit', NEW.unit)
  FROM writer;
END;

CREATE TRIGGER audit_metric_delete AFTER DELETE ON metric
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old)
  SELECT actor, command, 'metric', OLD.subject || ' / ' || OLD.year || ' / ' || OLD.metric, 'delete',
    json_object(
      'district', OLD.district, 'enterprise', OLD.enterprise, 'park', OLD.park, 'year', OLD.year,
      'metric', OLD.metric, 'value', OLD.value, 'unit', OLD.unit)
  FROM writer;
END;

CREATE TRIGGER audit_coverage_insert AFTER INSERT ON coverage
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, new)
  SELECT actor, command, 'coverage', NEW.park || ' / ' || NEW.year, 'insert',
    json_object(
      'park', NEW.park, 'year', NEW.year, 'parties', NEW.parties,
      'parties_coordinating', NEW.parties_coordinating, 'enterprises', NEW.enterprises,
      'enterprises_participating', NEW.enterprises_participating, 'employees', NEW.employees,
      'employees_benefiting', NEW.employees_benefiting)
  FROM writer;
END;

CREATE TRIGGER audit_coverage_update AFTER UPDATE ON coverage
WHEN (OLD.park, OLD.year, OLD.parties, OLD.parties_coordinating, OLD.enterprises, OLD.enterprises_participating,
    OLD.employees, OLD.employees_benefiting)
  IS NOT (NEW.park, NEW.year, NEW.parties, NEW.parties_coordinating, NEW.enterprises, NEW.enterprises_participating,
    NEW.employees, NEW.employees_benefiting)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old, new)
  SELECT actor, command, 'coverage', NEW.park || ' / ' || NEW.year, 'update',
    json_object(
      'park', OLD.park, 'year', OLD.year, 'parties', OLD.parties,
      'parties_coordinating', OLD.parties_coordinating, 'enterprises', OLD.enterprises,
      'enterprises_participating', OLD.enterprises_participating, 'employees', OLD.employees,
      'employees_benefiting', OLD.employees_benefiting),
    json_object(
      'park', NEW.park, 'year', NEW.year, 'parties', NEW.parties,
      'parties_coordinating', NEW.parties_coordinating, 'enterprises', NEW.enterprises,
      'enterprises_participating', NEW.enterprises_participating, 'employees', NEW.employees,
      'employees_benefiting', NEW.employees_benefiting)
  FROM writer;
END;

CREATE TRIGGER audit_coverage_delete AFTER DELETE ON coverage
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old)
  SELECT actor, command, 'coverage', OLD.park || ' / ' || OLD.year, 'delete',
    json_object(
      'park', OLD.park, 'year', OLD.year, 'parties', OLD.parties,
      'parties_coordinating', OLD.parties_coordinating, 'enterprises', OLD.enterprises,
      'enterprises_participating', OLD.enterprises_participating, 'employees', OLD.employees,
      'employees_benefiting', OLD.employees_benefiting)
  FROM writer;
END;

CREATE TRIGGER audit_task_insert AFTER INSERT ON task
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, new)
  SELECT actor, command, 'task', NEW.code, 'insert',
    json_object(
      'code', NEW.code, 'assessment', NEW.assessment, 'title', NEW.title, 'department', NEW.department,
      'district', NEW.district, 'due', NEW.due, 'progress_micro', NEW.progress_micro, 'status', NEW.status)
  FROM writer;
END;

CREATE TRIGGER audit_task_update AFTER UPDATE ON task
WHEN (OLD.code, OLD.assessment, OLD.title, OLD.department, OLD.district, OLD.due, OLD.progress_micro, OLD.status)
  IS NOT (NEW.code, NEW.assessment, NEW.title, NEW.department, NEW.district, NEW.due, NEW.progress_micro,
    NEW.status)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old, new)
  SELECT actor, command, 'task', NEW.code, 'update',
    json_object(
      'code', OLD.code, 'assessment', OLD.assessment, 'title', OLD.title, 'department', OLD.department,
      'district', OLD.district, 'due', OLD.due, 'progress_micro', OLD.progress_micro, 'status', OLD.status),
    json_object(
      'code', NEW.code, 'assessment', NEW.assessment, 'title', NEW.title, 'department', NEW.department,
      'district', NEW.district, 'due', NEW.due, 'progress_micro', NEW.progress_micro, 'status', NEW.status)
  FROM writer;
END;

CREATE TRIGGER audit_task_delete AFTER DELETE ON task
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old)
  SELECT actor, command, 'task', OLD.code, 'delete',
    json_object(
      'code', OLD.code, 'assessment', OLD.assessment, 'title', OLD.title, 'department', OLD.department,
      'district', OLD.district, 'due', OLD.due, 'progress_micro', OLD.progress_micro, 'status', OLD.status)
  FROM writer;
END;

CREATE TRIGGER audit_survey_answer_insert AFTER INSERT ON survey_answer
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, new)
  SELECT actor, command, 'survey_answer', NEW.code || ' / ' || NEW.question || ' / ' || NEW.answer, 'insert',
    json_object(
      'code', NEW.code, 'district', NEW.district, 'enterprise', NEW.enterprise, 'park', NEW.park,
      'date', NEW.date, 'question', NEW.question, 'answer', NEW.answer, 'count', NEW.count)
  FROM writer;
END;

CREATE TRIGGER audit_survey_answer_update AFTER UPDATE ON survey_answer
WHEN (OLD.code, OLD.district, OLD.enterprise, OLD.park, OLD.date, OLD.question, OLD.answer, OLD.count)
  IS NOT (NEW.code, NEW.district, NEW.enterprise, NEW.park, NEW.date, NEW.question, NEW.answer, NEW.count)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old, new)
  SELECT actor, command, 'survey_answer', NEW.code || ' / ' || NEW.question || ' / ' || NEW.answer, 'update',
    json_object(
      'code', OLD.code, 'district', OLD.district, 'enterprise', OLD.enterprise, 'park', OLD.park,
      'date', OLD.date, 'question', OLD.question, 'answer', OLD.answer, 'count', OLD.count),
    json_object(
      'code', NEW.code, 'district', NEW.district, 'enterprise', NEW.enterprise, 'park', NEW.park,
      'date', NEW.date, 'question', NEW.question, 'answer', NEW.answer, 'count', NEW.count)
  FROM writer;
END;

CREATE TRIGGER audit_survey_answer_delete AFTER DELETE ON survey_answer
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old)
  SELECT actor, command, 'survey_answer', OLD.code || ' / ' || OLD.question || ' / ' || OLD.answer, 'delete',
    json_object(
      'code', OLD.code, 'district', OLD.district, 'enterprise', OLD.enterprise, 'park', OLD.park,
      'date', OLD.date, 'question', OLD.question, 'answer', OLD.answer, 'count', OLD.count)
  FROM writer;
END;

CREATE TRIGGER audit_publicity_insert AFTER INSERT ON publicity
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, new)
  SELECT actor, command, 'publicity', NEW.code, 'insert',
    json_object(
      'code', NEW.code, 'district', NEW.district, 'enterprise', NEW.enterprise, 'park', NEW.park,
      'title', NEW.title, 'form', NEW.form, 'date', NEW.date, 'outlet', NEW.outlet)
  FROM writer;
END;

CREATE TRIGGER audit_publicity_update AFTER UPDATE ON publicity
WHEN (OLD.code, OLD.district, OLD.enterprise, OLD.park, OLD.title, OLD.form, OLD.date, OLD.outlet)
  IS NOT (NEW.code, NEW.district, NEW.enterprise, NEW.park, NEW.title, NEW.form, NEW.date, NEW.outlet)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old, new)
  SELECT actor, command, 'publicity', NEW.code, 'update',
    json_object(
      'code', OLD.code, 'district', OLD.district, 'enterprise', OLD.enterprise, 'park', OLD.park,
      'title', OLD.title, 'form', OLD.form, 'date', OLD.date, 'outlet', OLD.outlet),
    json_object(
      'code', NEW.code, 'district', NEW.district, 'enterprise', NEW.enterprise, 'park', NEW.park,
      'title', NEW.title, 'form', NEW.form, 'date', NEW.date, 'outlet', NEW.outlet)
  FROM writer;
END;

CREATE TRIGGER audit_publicity_delete AFTER DELETE ON publicity
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old)
  SELECT actor, command, 'publicity', OLD.code, 'delete',
    json_object(
      'code', OLD.code, 'district', OLD.district, 'enterprise', OLD.enterprise, 'park', OLD.park,
      'title', OLD.title, 'form', OLD.form, 'date', OLD.date, 'outlet', OLD.outlet)
  FROM writer;
END;

CREATE TRIGGER audit_publicity_repost_insert AFTER INSERT ON publicity_repost
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, new)
  SELECT actor, command, 'publicity_repost', NEW.publicity || ' / ' || NEW.outlet, 'insert',
    json_object('publicity', NEW.publicity, 'outlet', NEW.outlet)
  FROM writer;
END;

CREATE TRIGGER audit_publicity_repost_update AFTER UPDATE ON publicity_repost
WHEN (OLD.publicity, OLD.outlet) IS NOT (NEW.publicity, NEW.outlet)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old, new)
  SELECT actor, command, 'publicity_repost', NEW.publicity || ' / ' || NEW.outlet, 'update',
    json_object('publicity', OLD.publicity, 'outlet', OLD.outlet),
    json_object('publicity', NEW.publicity, 'outlet', NEW.outlet)
  FROM writer;
END;

CREATE TRIGGER audit_publicity_repost_delete AFTER DELETE ON publicity_repost
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old)
  SELECT actor, command, 'publicity_repost', OLD.publicity || ' / ' || OLD.outlet, 'delete',
    json_object('publicity', OLD.publicity, 'outlet', OLD.outlet)
  FROM writer;
END;
