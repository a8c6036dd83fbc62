-- Copies: groups take copies of the database with them, work offline, and bring them back. What merges is a union of facts,
-- so that the order of merging does not matter and nothing is lost.
--
-- Facts that are append-only (observations, supersessions, steps …) have identities that are unique over all copies.
-- All other records can be changed, so each change makes a *version*: what the record held, and which versions it took
-- the place of. A version that no other took the place of is a *head*. More than one head that differ are a conflict:
-- both are kept, the newest is shown, and a person decides. A record that never changed has no rows here.

-- Copies that groups took with them · 外勤副本.
CREATE TABLE field_copy (
  replica          INTEGER NOT NULL PRIMARY KEY CHECK (replica BETWEEN 1 AND 1023),  -- number of the copy · 副本号
  inspection_group TEXT NOT NULL REFERENCES inspection_group ON UPDATE CASCADE,  -- the group that took it · 督查组
  file             TEXT NOT NULL CHECK (file <> ''),  -- name of the file · 文件
  made_at          TEXT NOT NULL CHECK (made_at GLOB '20??-??-??T??:??:??.???Z'),  -- when it was made (UTC) · 签出时刻
  made_by          TEXT NOT NULL CHECK (made_by <> '')  -- who made it · 签出人
) STRICT;

-- Merges into this copy of the database · 合并记录. Each copy keeps its own.
CREATE TABLE merge_log (
  id      INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),  -- number of the merge · 序号
  at      TEXT NOT NULL CHECK (at GLOB '20??-??-??T??:??:??.???Z'),  -- when (UTC) · 时刻
  actor   TEXT NOT NULL CHECK (actor <> ''),  -- who merged · 操作人
  file    TEXT NOT NULL CHECK (file <> ''),  -- name of the file that was merged · 文件
  replica INTEGER NOT NULL CHECK (replica BETWEEN 0 AND 1023),  -- number of that copy; 0: the office's own · 副本号
  added   TEXT NOT NULL CHECK (json_valid(added))  -- rows added or changed (a JSON object by table) · 新增或变更的行数
) STRICT;

-- Versions of records that were changed · 记录版本. Append-only.
CREATE TABLE record_version (
  table_name  TEXT NOT NULL CHECK (table_name <> ''),  -- the table · 表
  record      TEXT NOT NULL CHECK (record <> ''),  -- key of the record, as in `audit_log` · 记录
  id          INTEGER NOT NULL CHECK (id >= 0),  -- identity of the version; 0: as it was before its first change · 标识
  content     TEXT NOT NULL CHECK (content = '' OR json_valid(content)),  -- the row (a JSON object by column); '': deleted · 内容
  reason      TEXT NOT NULL DEFAULT '',  -- why, where a conflict was decided · 理由
  recorded_at TEXT NOT NULL,  -- when (UTC); '' for the first · 时刻
  recorded_by TEXT NOT NULL,  -- who; '' for the first · 操作人
  PRIMARY KEY (table_name, record, id, content)
) STRICT, WITHOUT ROWID;

-- Which version took the place of which · 版本接替. Append-only.
CREATE TABLE record_succession (
  table_name         TEXT NOT NULL,  -- the table · 表
  record             TEXT NOT NULL,  -- key of the record · 记录
  superseded         INTEGER NOT NULL,  -- identity of the version that no longer holds · 原版本
  superseded_content TEXT NOT NULL,  -- its content, which tells first versions apart · 原内容
  by                 INTEGER NOT NULL,  -- identity of the version in its place · 新版本
  PRIMARY KEY (table_name, record, superseded, superseded_content, by)
) STRICT, WITHOUT ROWID;

-- Versions that hold: those that no other took the place of · 有效版本.
CREATE VIEW record_head AS
SELECT
  v.table_name AS table_name,  -- the table · 表
  v.record AS record,  -- key of the record · 记录
  v.id AS id,  -- identity of the version · 标识
  v.content AS content,  -- the row (a JSON object by column); '': deleted · 内容
  v.recorded_at AS recorded_at,  -- when (UTC) · 时刻
  v.recorded_by AS recorded_by  -- who · 操作人
FROM record_version AS v
WHERE NOT EXISTS (
  SELECT 1
  FROM record_succession AS s
  WHERE s.table_name = v.table_name AND s.record = v.record AND s.superseded = v.id AND s.superseded_content = v.content);

-- The moment as the leading bits of an identity, with this copy's number: see `observation` · 当前标识.
CREATE VIEW identity_now AS
SELECT
  (CAST((julianday('now') - 2458849.5) * 86400000 AS INTEGER) << 22) | (r.replica << 12) AS first,  -- first one of this millisecond · 本毫秒首个标识
  c.last AS last,  -- the newest that was given · 最新标识
  r.replica AS replica  -- number of this copy · 副本号
FROM (SELECT CAST(value AS INTEGER) AS replica FROM database_identity WHERE key = 'replica') AS r
JOIN observation_clock AS c;

-- While a copy is merged, versions are taken over as they are.
ALTER TABLE session ADD COLUMN merging INTEGER NOT NULL DEFAULT 0 CHECK (merging IN (0, 1));  -- 1: a merge · 合并中

-- The audit log has the content of every record before and after its change; so a change is made a version there, also
-- one that another program made.
CREATE TRIGGER version_record AFTER INSERT ON audit_log
WHEN NEW.table_name IN (
    'district', 'industrial_park', 'guidance_station', 'pilot_enterprise', 'inspection_group', 'inspector',
    'assessment', 'participant', 'visit', 'evidence', 'adjustment', 'adjustment_evidence', 'finding',
    'finding_evidence', 'objection', 'objection_evidence', 'metric', 'coverage', 'task', 'survey_answer', 'publicity',
    'publicity_repost')
  AND NOT EXISTS (SELECT 1 FROM session WHERE merging = 1)
  AND (NEW.old IS NOT NULL OR NEW.new IS NOT NULL AND EXISTS (
    SELECT 1 FROM record_version WHERE table_name = NEW.table_name AND record = NEW.record))
BEGIN
  INSERT INTO record_version (table_name, record, id, content, recorded_at, recorded_by)
  SELECT NEW.table_name, NEW.record, 0, NEW.old, '', ''
  WHERE NEW.old IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM record_version WHERE table_name = NEW.table_name AND record = NEW.record);
  UPDATE observation_clock SET last = (
    SELECT CASE
      WHEN first > last THEN first
      WHEN last & 4095 = 4095 THEN (((last >> 22) + 1) << 22) | (replica << 12)
      ELSE last + 1 END
    FROM identity_now);
  INSERT INTO record_version (table_name, record, id, content, recorded_at, recorded_by)
  SELECT NEW.table_name, NEW.record, last, coalesce(NEW.new, ''), NEW.at, NEW.actor FROM observation_clock;
  INSERT INTO record_succession (table_name, record, superseded, superseded_content, by)
  SELECT h.table_name, h.record, h.id, h.content, c.last
  FROM record_head AS h JOIN observation_clock AS c
  WHERE h.table_name = NEW.table_name AND h.record = NEW.record AND h.content = coalesce(NEW.old, '') AND h.id <> c.last;
END;

CREATE TRIGGER audit_field_copy_insert AFTER INSERT ON field_copy
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, new)
  SELECT actor, command, 'field_copy', NEW.replica, 'insert',
    json_object(
      'replica', NEW.replica, 'inspection_group', NEW.inspection_group, 'file', NEW.file, 'made_at', NEW.made_at,
      'made_by', NEW.made_by)
  FROM writer;
END;

CREATE TRIGGER audit_field_copy_update AFTER UPDATE ON field_copy
WHEN (OLD.replica, OLD.inspection_group, OLD.file, OLD.made_at, OLD.made_by)
  IS NOT (NEW.replica, NEW.inspection_group, NEW.file, NEW.made_at, NEW.made_by)
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old, new)
  SELECT actor, command, 'field_copy', NEW.replica, 'update',
    json_object(
      'replica', OLD.replica, 'inspection_group', OLD.inspection_group, 'file', OLD.file, 'made_at', OLD.made_at,
      'made_by', OLD.made_by),
    json_object(
      'replica', NEW.replica, 'inspection_group', NEW.inspection_group, 'file', NEW.file, 'made_at', NEW.made_at,
      'made_by', NEW.made_by)
  FROM writer;
END;

CREATE TRIGGER audit_field_copy_delete AFTER DELETE ON field_copy
BEGIN
  INSERT INTO audit_log (actor, command, table_name, record, action, old)
  SELECT actor, command, 'field_copy', OLD.replica, 'delete',
    json_object(
      'replica', OLD.replica, 'inspection_group', OLD.inspection_group, 'file', OLD.file, 'made_at', OLD.made_at,
      'made_by', OLD.made_by)
  FROM writer;
END;
