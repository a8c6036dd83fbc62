-- Audit: who changed what, when, from what to what. The triggers of this file and the next two write it, so that a
-- change made with another program is there as well, with the actor `external`. They are named audit_TABLE_ACTION.
--
-- Every update and every delete is logged, but an update that changes nothing is not. An insert is, except that (1)
-- the append-only facts (observations, supersessions, the evidence of observations) carry their own who and when, and
-- are logged only if there is no session; (2) in bulk mode the writer logs one entry per table: action `insert`,
-- record `n rows`. What INSERT OR REPLACE throws away is logged only under PRAGMA recursive_triggers; observations
-- refuse it.

-- The audit log: append-only, one row for each change · 审计日志.
CREATE TABLE audit_log (
  id         INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),  -- number of the entry, in the order of the changes · 序号
  at         TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),  -- when (UTC) · 时刻
  actor      TEXT NOT NULL,  -- who; `external`: another program · 操作人
  command    TEXT,  -- the command that did it; NULL: another program · 命令
  table_name TEXT NOT NULL,  -- the table · 表
  record     TEXT NOT NULL,  -- key of the record after the change, its parts with ` / ` between · 记录
  action     TEXT NOT NULL CHECK (action IN ('insert', 'update', 'delete')),  -- insert, update, delete · 操作
  old        TEXT CHECK (old IS NULL OR json_valid(old)),  -- the row before it (a JSON object by column); NULL in an insert · 原值
  new        TEXT CHECK (new IS NULL OR json_valid(new)),  -- the row after it (a JSON object by column); NULL in a delete · 新值
  CHECK (strftime('%Y-%m-%dT%H:%M:%fZ', at, '+0 days') IS at)
) STRICT;

CREATE INDEX audit_log_by_record ON audit_log (table_name, record);

CREATE TRIGGER refuse_audit_log_update BEFORE UPDATE ON audit_log BEGIN
  SELECT RAISE(ABORT, 'audit_log: entries are never changed');
END;

CREATE TRIGGER refuse_audit_log_delete BEFORE DELETE ON audit_log BEGIN
  SELECT RAISE(ABORT, 'audit_log: entries are never deleted');
END;

CREATE TRIGGER refuse_audit_log_replace BEFORE INSERT ON audit_log BEGIN
  SELECT RAISE(ABORT, 'audit_log: entries are never replaced')
  FROM audit_log
  WHERE id = NEW.id;
END;

-- The identity of a copy; it is written once, when the copy is made.

CREATE TRIGGER audit_database_identity_update AFTER UPDATE ON database_identity
WHEN (OLD.key, OLD.value) IS NOT (NEW.key, NEW.value)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old, new)
  SELECT actor, command, 'database_identity', NEW.key, 'update',
    json_object('key', OLD.key, 'value', OLD.value),
    json_object('key', NEW.key, 'value', NEW.value)
  FROM writer;
END;

CREATE TRIGGER audit_database_identity_delete AFTER DELETE ON database_identity
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old)
  SELECT actor, command, 'database_identity', OLD.key, 'delete',
    json_object('key', OLD.key, 'value', OLD.value)
  FROM writer;
END;

-- The roster.

CREATE TRIGGER audit_district_insert AFTER INSERT ON district
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, new)
  SELECT actor, command, 'district', NEW.code, 'insert',
    json_object('code', NEW.code, 'name', NEW.name, 'category', NEW.category)
  FROM writer;
END;

CREATE TRIGGER audit_district_update AFTER UPDATE ON district
WHEN (OLD.code, OLD.name, OLD.category) IS NOT (NEW.code, NEW.name, NEW.category)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old, new)
  SELECT actor, command, 'district', NEW.code, 'update',
    json_object('code', OLD.code, 'name', OLD.name, 'category', OLD.category),
    json_object('code', NEW.code, 'name', NEW.name, 'category', NEW.category)
  FROM writer;
END;

CREATE TRIGGER audit_district_delete AFTER DELETE ON district
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old)
  SELECT actor, command, 'district', OLD.code, 'delete',
    json_object('code', OLD.code, 'name', OLD.name, 'category', OLD.category)
  FROM writer;
END;

CREATE TRIGGER audit_industrial_park_insert AFTER INSERT ON industrial_park
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, new)
  SELECT actor, command, 'industrial_park', NEW.code, 'insert',
    json_object(
      'code', NEW.code, 'name', NEW.name, 'district', NEW.district, 'theme', NEW.theme,
      'programme', NEW.programme, 'batch', NEW.batch)
  FROM writer;
END;

CREATE TRIGGER audit_industrial_park_update AFTER UPDATE ON industrial_park
WHEN (OLD.code, OLD.name, OLD.district, OLD.theme, OLD.programme, OLD.batch)
  IS NOT (NEW.code, NEW.name, NEW.district, NEW.theme, NEW.programme, NEW.batch)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old, new)
  SELECT actor, command, 'industrial_park', NEW.code, 'update',
    json_object(
      'code', OLD.code, 'name', OLD.name, 'district', OLD.district, 'theme', OLD.theme,
      'programme', OLD.programme, 'batch', OLD.batch),
    json_object(
      'code', NEW.code, 'name', NEW.name, 'district', NEW.district, 'theme', NEW.theme,
      'programme', NEW.programme, 'batch', NEW.batch)
  FROM writer;
END;

CREATE TRIGGER audit_industrial_park_delete AFTER DELETE ON industrial_park
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old)
  SELECT actor, command, 'industrial_park', OLD.code, 'delete',
    json_object(
      'code', OLD.code, 'name', OLD.name, 'district', OLD.district, 'theme', OLD.theme,
      'programme', OLD.programme, 'batch', OLD.batch)
  FROM writer;
END;

CREATE TRIGGER audit_guidance_station_insert AFTER INSERT ON guidance_station
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, new)
  SELECT actor, command, 'guidance_station', NEW.park, 'insert',
    json_object('park', NEW.park, 'name', NEW.name)
  FROM writer;
END;

CREATE TRIGGER audit_guidance_station_update AFTER UPDATE ON guidance_station
WHEN (OLD.park, OLD.name) IS NOT (NEW.park, NEW.name)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old, new)
  SELECT actor, command, 'guidance_station', NEW.park, 'update',
    json_object('park', OLD.park, 'name', OLD.name),
    json_object('park', NEW.park, 'name', NEW.name)
  FROM writer;
END;

CREATE TRIGGER audit_guidance_station_delete AFTER DELETE ON guidance_station
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old)
  SELECT actor, command, 'guidance_station', OLD.park, 'delete',
    json_object('park', OLD.park, 'name', OLD.name)
  FROM writer;
END;

CREATE TRIGGER audit_pilot_enterprise_insert AFTER INSERT ON pilot_enterprise
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, new)
  SELECT actor, command, 'pilot_enterprise', NEW.code, 'insert',
    json_object(
      'code', NEW.code, 'name', NEW.name, 'district', NEW.district, 'park', NEW.park, 'level', NEW.level,
      'batch', NEW.batch, 'industry', NEW.industry, 'stage', NEW.stage)
  FROM writer;
END;

CREATE TRIGGER audit_pilot_enterprise_update AFTER UPDATE ON pilot_enterprise
WHEN (OLD.code, OLD.name, OLD.district, OLD.park, OLD.level, OLD.batch, OLD.industry, OLD.stage)
  IS NOT (NEW.code, NEW.name, NEW.district, NEW.park, NEW.level, NEW.batch, NEW.industry, NEW.stage)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old, new)
  SELECT actor, command, 'pilot_enterprise', NEW.code, 'update',
    json_object(
      'code', OLD.code, 'name', OLD.name, 'district', OLD.district, 'park', OLD.park, 'level', OLD.level,
      'batch', OLD.batch, 'industry', OLD.industry, 'stage', OLD.stage),
    json_object(
      'code', NEW.code, 'name', NEW.name, 'district', NEW.district, 'park', NEW.park, 'level', NEW.level,
      'batch', NEW.batch, 'industry', NEW.industry, 'stage', NEW.stage)
  FROM writer;
END;

CREATE TRIGGER audit_pilot_enterprise_delete AFTER DELETE ON pilot_enterprise
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old)
  SELECT actor, command, 'pilot_enterprise', OLD.code, 'delete',
    json_object(
      'code', OLD.code, 'name', OLD.name, 'district', OLD.district, 'park', OLD.park, 'level', OLD.level,
      'batch', OLD.batch, 'industry', OLD.industry, 'stage', OLD.stage)
  FROM writer;
END;

CREATE TRIGGER audit_inspection_group_insert AFTER INSERT ON inspection_group
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, new)
  SELECT actor, command, 'inspection_group', NEW.code, 'insert',
    json_object('code', NEW.code, 'name', NEW.name, 'leader', NEW.leader)
  FROM writer;
END;

CREATE TRIGGER audit_inspection_group_update AFTER UPDATE ON inspection_group
WHEN (OLD.code, OLD.name, OLD.leader) IS NOT (NEW.code, NEW.name, NEW.leader)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old, new)
  SELECT actor, command, 'inspection_group', NEW.code, 'update',
    json_object('code', OLD.code, 'name', OLD.name, 'leader', OLD.leader),
    json_object('code', NEW.code, 'name', NEW.name, 'leader', NEW.leader)
  FROM writer;
END;

CREATE TRIGGER audit_inspection_group_delete AFTER DELETE ON inspection_group
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old)
  SELECT actor, command, 'inspection_group', OLD.code, 'delete',
    json_object('code', OLD.code, 'name', OLD.name, 'leader', OLD.leader)
  FROM writer;
END;

CREATE TRIGGER audit_inspector_insert AFTER INSERT ON inspector
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, new)
  SELECT actor, command, 'inspector', NEW.code, 'insert',
    json_object(
      'code', NEW.code, 'name', NEW.name, 'organisation', NEW.organisation,
      'inspection_group', NEW.inspection_group, 'district', NEW.district)
  FROM writer;
END;

CREATE TRIGGER audit_inspector_update AFTER UPDATE ON inspector
WHEN (OLD.code, OLD.name, OLD.organisation, OLD.inspection_group, OLD.district)
  IS NOT (NEW.code, NEW.name, NEW.organisation, NEW.inspection_group, NEW.district)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old, new)
  SELECT actor, command, 'inspector', NEW.code, 'update',
    json_object(
      'code', OLD.code, 'name', OLD.name, 'organisation', OLD.organisation,
      'inspection_group', OLD.inspection_group, 'district', OLD.district),
    json_object(
      'code', NEW.code, 'name', NEW.name, 'organisation', NEW.organisation,
      'inspection_group', NEW.inspection_group, 'district', NEW.district)
  FROM writer;
END;

CREATE TRIGGER audit_inspector_delete AFTER DELETE ON inspector
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old)
  SELECT actor, command, 'inspector', OLD.code, 'delete',
    json_object(
      'code', OLD.code, 'name', OLD.name, 'organisation', OLD.organisation,
      'inspection_group', OLD.inspection_group, 'district', OLD.district)
  FROM writer;
END;

-- Rule sets are never changed or removed. The entry of a rule set leaves out its source, which content_sha256 stands
-- for. The rows that show what it says are logged only where another program adds one.

CREATE TRIGGER audit_rule_set_insert AFTER INSERT ON rule_set
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, new)
  SELECT actor, command, 'rule_set', NEW.code, 'insert',
    json_object(
      'code', NEW.code, 'title', NEW.title, 'year', NEW.year, 'points', NEW.points,
      'points_micro', NEW.points_micro, 'rounding_mode', NEW.rounding_mode, 'total_decimals', NEW.total_decimals,
      'leaf_decimals', NEW.leaf_decimals, 'ranking', NEW.ranking,
      'total_cap', NEW.total_cap, 'total_cap_micro', NEW.total_cap_micro, 'bonus_cap', NEW.bonus_cap,
      'bonus_cap_micro', NEW.bonus_cap_micro, 'bonus_per_event', NEW.bonus_per_event,
      'penalty_cap', NEW.penalty_cap, 'penalty_cap_micro', NEW.penalty_cap_micro,
      'penalty_per_event', NEW.penalty_per_event, 'quota_ties', NEW.quota_ties, 'ties', NEW.ties,
      'content_sha256', NEW.content_sha256, 'imported_at', NEW.imported_at, 'imported_by', NEW.imported_by)
  FROM writer;
END;

CREATE TRIGGER audit_rule_document_insert AFTER INSERT ON rule_document
WHEN NOT EXISTS (SELECT 1 FROM session)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, new)
  SELECT actor, command, 'rule_document', NEW.rule_set || ' / ' || NEW.position, 'insert',
    json_object(
      'rule_set', NEW.rule_set, 'position', NEW.position, 'title', NEW.title, 'number', NEW.number,
      'issued', NEW.issued)
  FROM writer;
END;

CREATE TRIGGER audit_phase_insert AFTER INSERT ON phase
WHEN NOT EXISTS (SELECT 1 FROM session)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, new)
  SELECT actor, command, 'phase', NEW.rule_set || ' / ' || NEW.code, 'insert',
    json_object(
      'rule_set', NEW.rule_set, 'code', NEW.code, 'position', NEW.position, 'title', NEW.title,
      'weight', NEW.weight, 'weight_micro', NEW.weight_micro)
  FROM writer;
END;

CREATE TRIGGER audit_indicator_insert AFTER INSERT ON indicator
WHEN NOT EXISTS (SELECT 1 FROM session)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, new)
  SELECT actor, command, 'indicator', NEW.rule_set || ' / ' || NEW.code, 'insert',
    json_object(
      'rule_set', NEW.rule_set, 'code', NEW.code, 'parent', NEW.parent, 'phase', NEW.phase,
      'position', NEW.position, 'depth', NEW.depth, 'is_leaf', NEW.is_leaf, 'title', NEW.title,
      'points', NEW.points, 'points_micro', NEW.points_micro, 'scope', NEW.scope, 'applies_to', NEW.applies_to,
      'aggregate', NEW.aggregate, 'min_sites', NEW.min_sites, 'repeat', NEW.repeat, 'scorers', NEW.scorers,
      'not_applicable', NEW.not_applicable, 'evidence', NEW.evidence, 'methods', NEW.methods,
      'standard', NEW.standard, 'clause', NEW.clause, 'source', NEW.source, 'department', NEW.department)
  FROM writer;
END;

CREATE TRIGGER audit_indicator_item_insert AFTER INSERT ON indicator_item
WHEN NOT EXISTS (SELECT 1 FROM session)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, new)
  SELECT actor, command, 'indicator_item', NEW.rule_set || ' / ' || NEW.indicator || ' / ' || NEW.code, 'insert',
    json_object(
      'rule_set', NEW.rule_set, 'indicator', NEW.indicator, 'code', NEW.code, 'position', NEW.position,
      'method', NEW.method, 'title', NEW.title, 'points', NEW.points, 'points_micro', NEW.points_micro)
  FROM writer;
END;

CREATE TRIGGER audit_indicator_level_insert AFTER INSERT ON indicator_level
WHEN NOT EXISTS (SELECT 1 FROM session)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, new)
  SELECT actor, command, 'indicator_level', NEW.rule_set || ' / ' || NEW.indicator || ' / ' || NEW.code, 'insert',
    json_object(
      'rule_set', NEW.rule_set, 'indicator', NEW.indicator, 'code', NEW.code, 'position', NEW.position,
      'share_from', NEW.share_from, 'share_to', NEW.share_to)
  FROM writer;
END;

CREATE TRIGGER audit_indicator_answer_insert AFTER INSERT ON indicator_answer
WHEN NOT EXISTS (SELECT 1 FROM session)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, new)
  SELECT actor, command, 'indicator_answer', NEW.rule_set || ' / ' || NEW.indicator || ' / ' || NEW.answer, 'insert',
    json_object(
      'rule_set', NEW.rule_set, 'indicator', NEW.indicator, 'answer', NEW.answer, 'position', NEW.position,
      'weight', NEW.weight)
  FROM writer;
END;

CREATE TRIGGER audit_adjustment_rule_insert AFTER INSERT ON adjustment_rule
WHEN NOT EXISTS (SELECT 1 FROM session)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, new)
  SELECT actor, command, 'adjustment_rule', NEW.rule_set || ' / ' || NEW.code, 'insert',
    json_object(
      'rule_set', NEW.rule_set, 'code', NEW.code, 'position', NEW.position, 'kind', NEW.kind, 'title', NEW.title,
      'cap', NEW.cap, 'cap_micro', NEW.cap_micro, 'evidence', NEW.evidence, 'effect', NEW.effect,
      'grade', NEW.grade, 'target', NEW.target)
  FROM writer;
END;

CREATE TRIGGER audit_adjustment_level_insert AFTER INSERT ON adjustment_level
WHEN NOT EXISTS (SELECT 1 FROM session)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, new)
  SELECT actor, command, 'adjustment_level', NEW.rule_set || ' / ' || NEW.rule || ' / ' || NEW.code, 'insert',
    json_object(
      'rule_set', NEW.rule_set, 'rule', NEW.rule, 'code', NEW.code, 'position', NEW.position,
      'points', NEW.points, 'points_micro', NEW.points_micro)
  FROM writer;
END;

CREATE TRIGGER audit_grade_insert AFTER INSERT ON grade
WHEN NOT EXISTS (SELECT 1 FROM session)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, new)
  SELECT actor, command, 'grade', NEW.rule_set || ' / ' || NEW.code, 'insert',
    json_object(
      'rule_set', NEW.rule_set, 'code', NEW.code, 'position', NEW.position, 'min_total', NEW.min_total,
      'min_total_micro', NEW.min_total_micro, 'max_share', NEW.max_share, 'max_count', NEW.max_count,
      'with_better', NEW.with_better, 'conditions', NEW.conditions)
  FROM writer;
END;
