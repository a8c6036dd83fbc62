-- Audit, continued: the triggers of the tables of 0012, and those of `finding` with its new column. See 0007.

DROP TRIGGER audit_finding_insert;
DROP TRIGGER audit_finding_update;
DROP TRIGGER audit_finding_delete;

CREATE TRIGGER audit_finding_insert AFTER INSERT ON finding
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, new)
  SELECT actor, command, 'finding', NEW.code, 'insert',
    json_object(
      'code', NEW.code, 'visit', NEW.visit, 'indicator', NEW.indicator, 'kind', NEW.kind, 'text', NEW.text,
      'requirement', NEW.requirement, 'due', NEW.due, 'status', NEW.status, 'closed', NEW.closed,
      'responsible', NEW.responsible)
  FROM writer;
END;

CREATE TRIGGER audit_finding_update AFTER UPDATE ON finding
WHEN (OLD.code, OLD.visit, OLD.indicator, OLD.kind, OLD.text, OLD.requirement, OLD.due, OLD.status, OLD.closed,
    OLD.responsible)
  IS NOT (NEW.code, NEW.visit, NEW.indicator, NEW.kind, NEW.text, NEW.requirement, NEW.due, NEW.status, NEW.closed,
    NEW.responsible)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old, new)
  SELECT actor, command, 'finding', NEW.code, 'update',
    json_object(
      'code', OLD.code, 'visit', OLD.visit, 'indicator', OLD.indicator, 'kind', OLD.kind, 'text', OLD.text,
      'requirement', OLD.requirement, 'due', OLD.due, 'status', OLD.status, 'closed', OLD.closed,
      'responsible', OLD.responsible),
    json_object(
      'code', NEW.code, 'visit', NEW.visit, 'indicator', NEW.indicator, 'kind', NEW.kind, 'text', NEW.text,
      'requirement', NEW.requirement, 'due', NEW.due, 'status', NEW.status, 'closed', NEW.closed,
      'responsible', NEW.responsible)
  FROM writer;
END;

CREATE TRIGGER audit_finding_delete AFTER DELETE ON finding
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old)
  SELECT actor, command, 'finding', OLD.code, 'delete',
    json_object(
      'code', OLD.code, 'visit', OLD.visit, 'indicator', OLD.indicator, 'kind', OLD.kind, 'text', OLD.text,
      'requirement', OLD.requirement, 'due', OLD.due, 'status', OLD.status, 'closed', OLD.closed,
      'responsible', OLD.responsible)
  FROM writer;
END;

-- Steps, overrides and corrections are append-only, and carry their own who and when.

CREATE TRIGGER audit_visit_step_insert AFTER INSERT ON visit_step
WHEN NOT EXISTS (SELECT 1 FROM session)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, new)
  SELECT actor, command, 'visit_step', NEW.visit || ' / ' || NEW.id, 'insert',
    json_object(
      'visit', NEW.visit, 'id', NEW.id, 'action', NEW.action, 'reason', NEW.reason, 'override', NEW.override,
      'covers', NEW.covers, 'recorded_at', NEW.recorded_at, 'recorded_by', NEW.recorded_by)
  FROM writer;
END;

CREATE TRIGGER audit_visit_step_update AFTER UPDATE ON visit_step
WHEN (OLD.visit, OLD.id, OLD.action, OLD.reason, OLD.override, OLD.covers, OLD.recorded_at, OLD.recorded_by)
  IS NOT (NEW.visit, NEW.id, NEW.action, NEW.reason, NEW.override, NEW.covers, NEW.recorded_at, NEW.recorded_by)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old, new)
  SELECT actor, command, 'visit_step', NEW.visit || ' / ' || NEW.id, 'update',
    json_object(
      'visit', OLD.visit, 'id', OLD.id, 'action', OLD.action, 'reason', OLD.reason, 'override', OLD.override,
      'covers', OLD.covers, 'recorded_at', OLD.recorded_at, 'recorded_by', OLD.recorded_by),
    json_object(
      'visit', NEW.visit, 'id', NEW.id, 'action', NEW.action, 'reason', NEW.reason, 'override', NEW.override,
      'covers', NEW.covers, 'recorded_at', NEW.recorded_at, 'recorded_by', NEW.recorded_by)
  FROM writer;
END;

CREATE TRIGGER audit_visit_step_delete AFTER DELETE ON visit_step
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old)
  SELECT actor, command, 'visit_step', OLD.visit || ' / ' || OLD.id, 'delete',
    json_object(
      'visit', OLD.visit, 'id', OLD.id, 'action', OLD.action, 'reason', OLD.reason, 'override', OLD.override,
      'covers', OLD.covers, 'recorded_at', OLD.recorded_at, 'recorded_by', OLD.recorded_by)
  FROM writer;
END;

CREATE TRIGGER audit_recusal_override_insert AFTER INSERT ON recusal_override
WHEN NOT EXISTS (SELECT 1 FROM session)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, new)
  SELECT actor, command, 'recusal_override',
    NEW.visit || ' / ' || NEW.indicator || ' / ' || NEW.item || ' / ' || NEW.scorer || ' / ' || NEW.id || ' / ' || NEW.inspector, 'insert',
    json_object(
      'visit', NEW.visit, 'indicator', NEW.indicator, 'item', NEW.item, 'scorer', NEW.scorer, 'id', NEW.id,
      'inspector', NEW.inspector, 'reason', NEW.reason)
  FROM writer;
END;

CREATE TRIGGER audit_recusal_override_update AFTER UPDATE ON recusal_override
WHEN (OLD.visit, OLD.indicator, OLD.item, OLD.scorer, OLD.id, OLD.inspector, OLD.reason)
  IS NOT (NEW.visit, NEW.indicator, NEW.item, NEW.scorer, NEW.id, NEW.inspector, NEW.reason)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old, new)
  SELECT actor, command, 'recusal_override',
    NEW.visit || ' / ' || NEW.indicator || ' / ' || NEW.item || ' / ' || NEW.scorer || ' / ' || NEW.id || ' / ' || NEW.inspector, 'update',
    json_object(
      'visit', OLD.visit, 'indicator', OLD.indicator, 'item', OLD.item, 'scorer', OLD.scorer, 'id', OLD.id,
      'inspector', OLD.inspector, 'reason', OLD.reason),
    json_object(
      'visit', NEW.visit, 'indicator', NEW.indicator, 'item', NEW.item, 'scorer', NEW.scorer, 'id', NEW.id,
      'inspector', NEW.inspector, 'reason', NEW.reason)
  FROM writer;
END;

CREATE TRIGGER audit_recusal_override_delete AFTER DELETE ON recusal_override
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old)
  SELECT actor, command, 'recusal_override',
    OLD.visit || ' / ' || OLD.indicator || ' / ' || OLD.item || ' / ' || OLD.scorer || ' / ' || OLD.id || ' / ' || OLD.inspector, 'delete',
    json_object(
      'visit', OLD.visit, 'indicator', OLD.indicator, 'item', OLD.item, 'scorer', OLD.scorer, 'id', OLD.id,
      'inspector', OLD.inspector, 'reason', OLD.reason)
  FROM writer;
END;

CREATE TRIGGER audit_finding_step_insert AFTER INSERT ON finding_step
WHEN NOT EXISTS (SELECT 1 FROM session)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, new)
  SELECT actor, command, 'finding_step', NEW.finding || ' / ' || NEW.id, 'insert',
    json_object(
      'finding', NEW.finding, 'id', NEW.id, 'action', NEW.action, 'date', NEW.date, 'reason', NEW.reason,
      'recorded_at', NEW.recorded_at, 'recorded_by', NEW.recorded_by)
  FROM writer;
END;

CREATE TRIGGER audit_finding_step_update AFTER UPDATE ON finding_step
WHEN (OLD.finding, OLD.id, OLD.action, OLD.date, OLD.reason, OLD.recorded_at, OLD.recorded_by)
  IS NOT (NEW.finding, NEW.id, NEW.action, NEW.date, NEW.reason, NEW.recorded_at, NEW.recorded_by)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old, new)
  SELECT actor, command, 'finding_step', NEW.finding || ' / ' || NEW.id, 'update',
    json_object(
      'finding', OLD.finding, 'id', OLD.id, 'action', OLD.action, 'date', OLD.date, 'reason', OLD.reason,
      'recorded_at', OLD.recorded_at, 'recorded_by', OLD.recorded_by),
    json_object(
      'finding', NEW.finding, 'id', NEW.id, 'action', NEW.action, 'date', NEW.date, 'reason', NEW.reason,
      'recorded_at', NEW.recorded_at, 'recorded_by', NEW.recorded_by)
  FROM writer;
END;

CREATE TRIGGER audit_finding_step_delete AFTER DELETE ON finding_step
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old)
  SELECT actor, command, 'finding_step', OLD.finding || ' / ' || OLD.id, 'delete',
    json_object(
      'finding', OLD.finding, 'id', OLD.id, 'action', OLD.action, 'date', OLD.date, 'reason', OLD.reason,
      'recorded_at', OLD.recorded_at, 'recorded_by', OLD.recorded_by)
  FROM writer;
END;

CREATE TRIGGER audit_objection_correction_insert AFTER INSERT ON objection_correction
WHEN NOT EXISTS (SELECT 1 FROM session)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, new)
  SELECT actor, command, 'objection_correction',
    NEW.visit || ' / ' || NEW.indicator || ' / ' || NEW.item || ' / ' || NEW.scorer || ' / ' || NEW.id || ' / ' || NEW.objection, 'insert',
    json_object(
      'visit', NEW.visit, 'indicator', NEW.indicator, 'item', NEW.item, 'scorer', NEW.scorer, 'id', NEW.id,
      'objection', NEW.objection)
  FROM writer;
END;

CREATE TRIGGER audit_objection_correction_update AFTER UPDATE ON objection_correction
WHEN (OLD.visit, OLD.indicator, OLD.item, OLD.scorer, OLD.id, OLD.objection)
  IS NOT (NEW.visit, NEW.indicator, NEW.item, NEW.scorer, NEW.id, NEW.objection)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old, new)
  SELECT actor, command, 'objection_correction',
    NEW.visit || ' / ' || NEW.indicator || ' / ' || NEW.item || ' / ' || NEW.scorer || ' / ' || NEW.id || ' / ' || NEW.objection, 'update',
    json_object(
      'visit', OLD.visit, 'indicator', OLD.indicator, 'item', OLD.item, 'scorer', OLD.scorer, 'id', OLD.id,
      'objection', OLD.objection),
    json_object(
      'visit', NEW.visit, 'indicator', NEW.indicator, 'item', NEW.item, 'scorer', NEW.scorer, 'id', NEW.id,
      'objection', NEW.objection)
  FROM writer;
END;

CREATE TRIGGER audit_objection_correction_delete AFTER DELETE ON objection_correction
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old)
  SELECT actor, command, 'objection_correction',
    OLD.visit || ' / ' || OLD.indicator || ' / ' || OLD.item || ' / ' || OLD.scorer || ' / ' || OLD.id || ' / ' || OLD.objection, 'delete',
    json_object(
      'visit', OLD.visit, 'indicator', OLD.indicator, 'item', OLD.item, 'scorer', OLD.scorer, 'id', OLD.id,
      'objection', OLD.objection)
  FROM writer;
END;

-- Objections.

CREATE TRIGGER audit_objection_insert AFTER INSERT ON objection
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, new)
  SELECT actor, command, 'objection', NEW.code, 'insert',
    json_object(
      'code', NEW.code, 'visit', NEW.visit, 'indicator', NEW.indicator, 'raised_by', NEW.raised_by, 'text', NEW.text,
      'opened_at', NEW.opened_at, 'opened_by', NEW.opened_by, 'status', NEW.status, 'decision', NEW.decision,
      'decided_at', NEW.decided_at, 'decided_by', NEW.decided_by)
  FROM writer;
END;

CREATE TRIGGER audit_objection_update AFTER UPDATE ON objection
WHEN (OLD.code, OLD.visit, OLD.indicator, OLD.raised_by, OLD.text, OLD.opened_at, OLD.opened_by, OLD.status,
    OLD.decision, OLD.decided_at, OLD.decided_by)
  IS NOT (NEW.code, NEW.visit, NEW.indicator, NEW.raised_by, NEW.text, NEW.opened_at, NEW.opened_by, NEW.status,
    NEW.decision, NEW.decided_at, NEW.decided_by)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old, new)
  SELECT actor, command, 'objection', NEW.code, 'update',
    json_object(
      'code', OLD.code, 'visit', OLD.visit, 'indicator', OLD.indicator, 'raised_by', OLD.raised_by, 'text', OLD.text,
      'opened_at', OLD.opened_at, 'opened_by', OLD.opened_by, 'status', OLD.status, 'decision', OLD.decision,
      'decided_at', OLD.decided_at, 'decided_by', OLD.decided_by),
    json_object(
      'code', NEW.code, 'visit', NEW.visit, 'indicator', NEW.indicator, 'raised_by', NEW.raised_by, 'text', NEW.text,
      'opened_at', NEW.opened_at, 'opened_by', NEW.opened_by, 'status', NEW.status, 'decision', NEW.decision,
      'decided_at', NEW.decided_at, 'decided_by', NEW.decided_by)
  FROM writer;
END;

CREATE TRIGGER audit_objection_delete AFTER DELETE ON objection
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old)
  SELECT actor, command, 'objection', OLD.code, 'delete',
    json_object(
      'code', OLD.code, 'visit', OLD.visit, 'indicator', OLD.indicator, 'raised_by', OLD.raised_by, 'text', OLD.text,
      'opened_at', OLD.opened_at, 'opened_by', OLD.opened_by, 'status', OLD.status, 'decision', OLD.decision,
      'decided_at', OLD.decided_at, 'decided_by', OLD.decided_by)
  FROM writer;
END;

CREATE TRIGGER audit_objection_evidence_insert AFTER INSERT ON objection_evidence
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, new)
  SELECT actor, command, 'objection_evidence', NEW.objection || ' / ' || NEW.evidence, 'insert',
    json_object('objection', NEW.objection, 'evidence', NEW.evidence)
  FROM writer;
END;

CREATE TRIGGER audit_objection_evidence_update AFTER UPDATE ON objection_evidence
WHEN (OLD.objection, OLD.evidence) IS NOT (NEW.objection, NEW.evidence)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old, new)
  SELECT actor, command, 'objection_evidence', NEW.objection || ' / ' || NEW.evidence, 'update',
    json_object('objection', OLD.objection, 'evidence', OLD.evidence),
    json_object('objection', NEW.objection, 'evidence', NEW.evidence)
  FROM writer;
END;

CREATE TRIGGER audit_objection_evidence_delete AFTER DELETE ON objection_evidence
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old)
  SELECT actor, command, 'objection_evidence', OLD.objection || ' / ' || OLD.evidence, 'delete',
    json_object('objection', OLD.objection, 'evidence', OLD.evidence)
  FROM writer;
END;
