-- Audit, continued: the triggers of assessments, visits, evidence, observations and adjustments. See 0007.

-- Assessments and who takes part.

CREATE TRIGGER audit_assessment_insert AFTER INSERT ON assessment
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, new)
  SELECT actor, command, 'assessment', NEW.code, 'insert',
    json_object(
      'code', NEW.code, 'title', NEW.title, 'rule_set', NEW.rule_set, 'opens', NEW.opens, 'closes', NEW.closes,
      'pools', NEW.pools)
  FROM writer;
END;

CREATE TRIGGER audit_assessment_update AFTER UPDATE ON assessment
WHEN (OLD.code, OLD.title, OLD.rule_set, OLD.opens, OLD.closes, OLD.pools)
  IS NOT (NEW.code, NEW.title, NEW.rule_set, NEW.opens, NEW.closes, NEW.pools)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old, new)
  SELECT actor, command, 'assessment', NEW.code, 'update',
    json_object(
      'code', OLD.code, 'title', OLD.title, 'rule_set', OLD.rule_set, 'opens', OLD.opens, 'closes', OLD.closes,
      'pools', OLD.pools),
    json_object(
      'code', NEW.code, 'title', NEW.title, 'rule_set', NEW.rule_set, 'opens', NEW.opens, 'closes', NEW.closes,
      'pools', NEW.pools)
  FROM writer;
END;

CREATE TRIGGER audit_assessment_delete AFTER DELETE ON assessment
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old)
  SELECT actor, command, 'assessment', OLD.code, 'delete',
    json_object(
      'code', OLD.code, 'title', OLD.title, 'rule_set', OLD.rule_set, 'opens', OLD.opens, 'closes', OLD.closes,
      'pools', OLD.pools)
  FROM writer;
END;

CREATE TRIGGER audit_participant_insert AFTER INSERT ON participant
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, new)
  SELECT actor, command, 'participant', NEW.assessment || ' / ' || NEW.district, 'insert',
    json_object(
      'assessment', NEW.assessment, 'district', NEW.district, 'category', NEW.category, 'status', NEW.status)
  FROM writer;
END;

CREATE TRIGGER audit_participant_update AFTER UPDATE ON participant
WHEN (OLD.assessment, OLD.district, OLD.category, OLD.status)
  IS NOT (NEW.assessment, NEW.district, NEW.category, NEW.status)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old, new)
  SELECT actor, command, 'participant', NEW.assessment || ' / ' || NEW.district, 'update',
    json_object(
      'assessment', OLD.assessment, 'district', OLD.district, 'category', OLD.category, 'status', OLD.status),
    json_object(
      'assessment', NEW.assessment, 'district', NEW.district, 'category', NEW.category, 'status', NEW.status)
  FROM writer;
END;

CREATE TRIGGER audit_participant_delete AFTER DELETE ON participant
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old)
  SELECT actor, command, 'participant', OLD.assessment || ' / ' || OLD.district, 'delete',
    json_object(
      'assessment', OLD.assessment, 'district', OLD.district, 'category', OLD.category, 'status', OLD.status)
  FROM writer;
END;

-- Visits, evidence, observations. Observations are append-only, and carry their own who and when.

CREATE TRIGGER audit_visit_insert AFTER INSERT ON visit
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, new)
  SELECT actor, command, 'visit', NEW.code, 'insert',
    json_object(
      'code', NEW.code, 'assessment', NEW.assessment, 'inspection_group', NEW.inspection_group,
      'district', NEW.district, 'enterprise', NEW.enterprise, 'park', NEW.park, 'date', NEW.date,
      'methods', NEW.methods, 'status', NEW.status)
  FROM writer;
END;

CREATE TRIGGER audit_visit_update AFTER UPDATE ON visit
WHEN (OLD.code, OLD.assessment, OLD.inspection_group, OLD.district, OLD.enterprise, OLD.park, OLD.date, OLD.methods,
    OLD.status)
  IS NOT (NEW.code, NEW.assessment, NEW.inspection_group, NEW.district, NEW.enterprise, NEW.park, NEW.date,
    NEW.methods, NEW.status)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old, new)
  SELECT actor, command, 'visit', NEW.code, 'update',
    json_object(
      'code', OLD.code, 'assessment', OLD.assessment, 'inspection_group', OLD.inspection_group,
      'district', OLD.district, 'enterprise', OLD.enterprise, 'park', OLD.park, 'date', OLD.date,
      'methods', OLD.methods, 'status', OLD.status),
    json_object(
      'code', NEW.code, 'assessment', NEW.assessment, 'inspection_group', NEW.inspection_group,
      'district', NEW.district, 'enterprise', NEW.enterprise, 'park', NEW.park, 'date', NEW.date,
      'methods', NEW.methods, 'status', NEW.status)
  FROM writer;
END;

CREATE TRIGGER audit_visit_delete AFTER DELETE ON visit
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old)
  SELECT actor, command, 'visit', OLD.code, 'delete',
    json_object(
      'code', OLD.code, 'assessment', OLD.assessment, 'inspection_group', OLD.inspection_group,
      'district', OLD.district, 'enterprise', OLD.enterprise, 'park', OLD.park, 'date', OLD.date,
      'methods', OLD.methods, 'status', OLD.status)
  FROM writer;
END;

CREATE TRIGGER audit_evidence_insert AFTER INSERT ON evidence
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, new)
  SELECT actor, command, 'evidence', NEW.code, 'insert',
    json_object(
      'code', NEW.code, 'district', NEW.district, 'enterprise', NEW.enterprise, 'park', NEW.park,
      'title', NEW.title, 'kind', NEW.kind, 'number', NEW.number, 'date', NEW.date, 'sha256', NEW.sha256,
      'source', NEW.source, 'file_name', NEW.file_name, 'size_bytes', NEW.size_bytes)
  FROM writer;
END;

CREATE TRIGGER audit_evidence_update AFTER UPDATE ON evidence
WHEN (OLD.code, OLD.district, OLD.enterprise, OLD.park, OLD.title, OLD.kind, OLD.number, OLD.date, OLD.sha256,
    OLD.source, OLD.file_name, OLD.size_bytes)
  IS NOT (NEW.code, NEW.district, NEW.enterprise, NEW.park, NEW.title, NEW.kind, NEW.number, NEW.date, NEW.sha256,
    NEW.source, NEW.file_name, NEW.size_bytes)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old, new)
  SELECT actor, command, 'evidence', NEW.code, 'update',
    json_object(
      'code', OLD.code, 'district', OLD.district, 'enterprise', OLD.enterprise, 'park', OLD.park,
      'title', OLD.title, 'kind', OLD.kind, 'number', OLD.number, 'date', OLD.date, 'sha256', OLD.sha256,
      'source', OLD.source, 'file_name', OLD.file_name, 'size_bytes', OLD.size_bytes),
    json_object(
      'code', NEW.code, 'district', NEW.district, 'enterprise', NEW.enterprise, 'park', NEW.park,
      'title', NEW.title, 'kind', NEW.kind, 'number', NEW.number, 'date', NEW.date, 'sha256', NEW.sha256,
      'source', NEW.source, 'file_name', NEW.file_name, 'size_bytes', NEW.size_bytes)
  FROM writer;
END;

CREATE TRIGGER audit_evidence_delete AFTER DELETE ON evidence
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old)
  SELECT actor, command, 'evidence', OLD.code, 'delete',
    json_object(
      'code', OLD.code, 'district', OLD.district, 'enterprise', OLD.enterprise, 'park', OLD.park,
      'title', OLD.title, 'kind', OLD.kind, 'number', OLD.number, 'date', OLD.date, 'sha256', OLD.sha256,
      'source', OLD.source, 'file_name', OLD.file_name, 'size_bytes', OLD.size_bytes)
  FROM writer;
END;

CREATE TRIGGER audit_observation_insert AFTER INSERT ON observation
WHEN NOT EXISTS (SELECT 1 FROM session)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, new)
  SELECT actor, command, 'observation',
    NEW.visit || ' / ' || NEW.indicator || ' / ' || NEW.item || ' / ' || NEW.scorer || ' / ' || NEW.id,
    'insert',
    json_object(
      'visit', NEW.visit, 'indicator', NEW.indicator, 'item', NEW.item, 'scorer', NEW.scorer, 'id', NEW.id,
      'value', NEW.value, 'reason', NEW.reason, 'recorded_at', NEW.recorded_at, 'recorded_by', NEW.recorded_by)
  FROM writer;
END;

CREATE TRIGGER audit_observation_update AFTER UPDATE ON observation
WHEN (OLD.visit, OLD.indicator, OLD.item, OLD.scorer, OLD.id, OLD.value, OLD.reason, OLD.recorded_at,
    OLD.recorded_by)
  IS NOT (NEW.visit, NEW.indicator, NEW.item, NEW.scorer, NEW.id, NEW.value, NEW.reason, NEW.recorded_at,
    NEW.recorded_by)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old, new)
  SELECT actor, command, 'observation',
    NEW.visit || ' / ' || NEW.indicator || ' / ' || NEW.item || ' / ' || NEW.scorer || ' / ' || NEW.id,
    'update',
    json_object(
      'visit', OLD.visit, 'indicator', OLD.indicator, 'item', OLD.item, 'scorer', OLD.scorer, 'id', OLD.id,
      'value', OLD.value, 'reason', OLD.reason, 'recorded_at', OLD.recorded_at, 'recorded_by', OLD.recorded_by),
    json_object(
      'visit', NEW.visit, 'indicator', NEW.indicator, 'item', NEW.item, 'scorer', NEW.scorer, 'id', NEW.id,
      'value', NEW.value, 'reason', NEW.reason, 'recorded_at', NEW.recorded_at, 'recorded_by', NEW.recorded_by)
  FROM writer;
END;

CREATE TRIGGER audit_observation_delete AFTER DELETE ON observation
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old)
  SELECT actor, command, 'observation',
    OLD.visit || ' / ' || OLD.indicator || ' / ' || OLD.item || ' / ' || OLD.scorer || ' / ' || OLD.id,
    'delete',
    json_object(
      'visit', OLD.visit, 'indicator', OLD.indicator, 'item', OLD.item, 'scorer', OLD.scorer, 'id', OLD.id,
      'value', OLD.value, 'reason', OLD.reason, 'recorded_at', OLD.recorded_at, 'recorded_by', OLD.recorded_by)
  FROM writer;
END;

CREATE TRIGGER audit_supersession_insert AFTER INSERT ON supersession
WHEN NOT EXISTS (SELECT 1 FROM session)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, new)
  SELECT actor, command, 'supersession',
    NEW.visit || ' / ' || NEW.indicator || ' / ' || NEW.item || ' / ' || NEW.scorer || ' / ' || NEW.superseded || ' / ' || NEW.by,
    'insert',
    json_object(
      'visit', NEW.visit, 'indicator', NEW.indicator, 'item', NEW.item, 'scorer', NEW.scorer,
      'superseded', NEW.superseded, 'by', NEW.by, 'reason', NEW.reason, 'recorded_at', NEW.recorded_at,
      'recorded_by', NEW.recorded_by)
  FROM writer;
END;

CREATE TRIGGER audit_supersession_update AFTER UPDATE ON supersession
WHEN (OLD.visit, OLD.indicator, OLD.item, OLD.scorer, OLD.superseded, OLD.by, OLD.reason, OLD.recorded_at,
    OLD.recorded_by)
  IS NOT (NEW.visit, NEW.indicator, NEW.item, NEW.scorer, NEW.superseded, NEW.by, NEW.reason, NEW.recorded_at,
    NEW.recorded_by)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old, new)
  SELECT actor, command, 'supersession',
    NEW.visit || ' / ' || NEW.indicator || ' / ' || NEW.item || ' / ' || NEW.scorer || ' / ' || NEW.superseded || ' / ' || NEW.by,
    'update',
    json_object(
      'visit', OLD.visit, 'indicator', OLD.indicator, 'item', OLD.item, 'scorer', OLD.scorer,
      'superseded', OLD.superseded, 'by', OLD.by, 'reason', OLD.reason, 'recorded_at', OLD.recorded_at,
      'recorded_by', OLD.recorded_by),
    json_object(
      'visit', NEW.visit, 'indicator', NEW.indicator, 'item', NEW.item, 'scorer', NEW.scorer,
      'superseded', NEW.superseded, 'by', NEW.by, 'reason', NEW.reason, 'recorded_at', NEW.recorded_at,
      'recorded_by', NEW.recorded_by)
  FROM writer;
END;

CREATE TRIGGER audit_supersession_delete AFTER DELETE ON supersession
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old)
  SELECT actor, command, 'supersession',
    OLD.visit || ' / ' || OLD.indicator || ' / ' || OLD.item || ' / ' || OLD.scorer || ' / ' || OLD.superseded || ' / ' || OLD.by,
    'delete',
    json_object(
      'visit', OLD.visit, 'indicator', OLD.indicator, 'item', OLD.item, 'scorer', OLD.scorer,
      'superseded', OLD.superseded, 'by', OLD.by, 'reason', OLD.reason, 'recorded_at', OLD.recorded_at,
      'recorded_by', OLD.recorded_by)
  FROM writer;
END;

CREATE TRIGGER audit_observation_evidence_insert AFTER INSERT ON observation_evidence
WHEN NOT EXISTS (SELECT 1 FROM session)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, new)
  SELECT actor, command, 'observation_evidence',
    NEW.visit || ' / ' || NEW.indicator || ' / ' || NEW.item || ' / ' || NEW.scorer || ' / ' || NEW.id || ' / ' || NEW.evidence,
    'insert',
    json_object(
      'visit', NEW.visit, 'indicator', NEW.indicator, 'item', NEW.item, 'scorer', NEW.scorer, 'id', NEW.id,
      'evidence', NEW.evidence)
  FROM writer;
END;

CREATE TRIGGER audit_observation_evidence_update AFTER UPDATE ON observation_evidence
WHEN (OLD.visit, OLD.indicator, OLD.item, OLD.scorer, OLD.id, OLD.evidence)
  IS NOT (NEW.visit, NEW.indicator, NEW.item, NEW.scorer, NEW.id, NEW.evidence)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old, new)
  SELECT actor, command, 'observation_evidence',
    NEW.visit || ' / ' || NEW.indicator || ' / ' || NEW.item || ' / ' || NEW.scorer || ' / ' || NEW.id || ' / ' || NEW.evidence,
    'update',
    json_object(
      'visit', OLD.visit, 'indicator', OLD.indicator, 'item', OLD.item, 'scorer', OLD.scorer, 'id', OLD.id,
      'evidence', OLD.evidence),
    json_object(
      'visit', NEW.visit, 'indicator', NEW.indicator, 'item', NEW.item, 'scorer', NEW.scorer, 'id', NEW.id,
      'evidence', NEW.evidence)
  FROM writer;
END;

CREATE TRIGGER audit_observation_evidence_delete AFTER DELETE ON observation_evidence
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old)
  SELECT actor, command, 'observation_evidence',
    OLD.visit || ' / ' || OLD.indicator || ' / ' || OLD.item || ' / ' || OLD.scorer || ' / ' || OLD.id || ' / ' || OLD.evidence,
    'delete',
    json_object(
      'visit', OLD.visit, 'indicator', OLD.indicator, 'item', OLD.item, 'scorer', OLD.scorer, 'id', OLD.id,
      'evidence', OLD.evidence)
  FROM writer;
END;

-- Adjustments.

CREATE TRIGGER audit_adjustment_insert AFTER INSERT ON adjustment
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, new)
  SELECT actor, command, 'adjustment', NEW.entry, 'insert',
    json_object(
      'entry', NEW.entry, 'assessment', NEW.assessment, 'district', NEW.district, 'code', NEW.code,
      'level', NEW.level, 'event', NEW.event, 'count', NEW.count, 'date', NEW.date, 'reason', NEW.reason)
  FROM writer;
END;

CREATE TRIGGER audit_adjustment_update AFTER UPDATE ON adjustment
WHEN (OLD.entry, OLD.assessment, OLD.district, OLD.code, OLD.level, OLD.event, OLD.count, OLD.date, OLD.reason)
  IS NOT (NEW.entry, NEW.assessment, NEW.district, NEW.code, NEW.level, NEW.event, NEW.count, NEW.date, NEW.reason)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old, new)
  SELECT actor, command, 'adjustment', NEW.entry, 'update',
    json_object(
      'entry', OLD.entry, 'assessment', OLD.assessment, 'district', OLD.district, 'code', OLD.code,
      'level', OLD.level, 'event', OLD.event, 'count', OLD.count, 'date', OLD.date, 'reason', OLD.reason),
    json_object(
      'entry', NEW.entry, 'assessment', NEW.assessment, 'district', NEW.district, 'code', NEW.code,
      'level', NEW.level, 'event', NEW.event, 'count', NEW.count, 'date', NEW.date, 'reason', NEW.reason)
  FROM writer;
END;

CREATE TRIGGER audit_adjustment_delete AFTER DELETE ON adjustment
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old)
  SELECT actor, command, 'adjustment', OLD.entry, 'delete',
    json_object(
      'entry', OLD.entry, 'assessment', OLD.assessment, 'district', OLD.district, 'code', OLD.code,
      'level', OLD.level, 'event', OLD.event, 'count', OLD.count, 'date', OLD.date, 'reason', OLD.reason)
  FROM writer;
END;

CREATE TRIGGER audit_adjustment_evidence_insert AFTER INSERT ON adjustment_evidence
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, new)
  SELECT actor, command, 'adjustment_evidence', NEW.entry || ' / ' || NEW.evidence, 'insert',
    json_object('entry', NEW.entry, 'evidence', NEW.evidence)
  FROM writer;
END;

CREATE TRIGGER audit_adjustment_evidence_update AFTER UPDATE ON adjustment_evidence
WHEN (OLD.entry, OLD.evidence) IS NOT (NEW.entry, NEW.evidence)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old, new)
  SELECT actor, command, 'adjustment_evidence', NEW.entry || ' / ' || NEW.evidence, 'update',
    json_object('entry', OLD.entry, 'evidence', OLD.evidence),
    json_object('entry', NEW.entry, 'evidence', NEW.evidence)
  FROM writer;
END;

CREATE TRIGGER audit_adjustment_evidence_delete AFTER DELETE ON adjustment_evidence
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old)
  SELECT actor, command, 'adjustment_evidence', OLD.entry || ' / ' || OLD.evidence, 'delete',
    json_object('entry', OLD.entry, 'evidence', OLD.evidence)
  FROM writer;
END;
