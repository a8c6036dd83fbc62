-- Identity and roster: which copy of the database this is, who is writing, and whom and what the records speak of:
-- districts, featured industrial parks with their guidance stations, pilot enterprises, inspection groups, inspectors.
--
-- In every file: a code is a natural key, is never empty, and may be corrected (ON UPDATE CASCADE), but nothing that
-- is referred to can be deleted. Optional text is NULL or not empty, so that there is one way to say "none". Dates are
-- YYYY-MM-DD. Moments are UTC with milliseconds, YYYY-MM-DDTHH:MM:SS.SSSZ, so that they sort as text. Flags are 0 or
-- 1. The checks of both add `+0 days`: without a modifier SQLite gives back 2022-02-30 as it is.

-- What tells this copy of the database from all others · 数据库标识. The keys are `office` (identity of the office whose
-- records these are: a UUID in hex, the same in all its copies), `replica` (number of this copy: 0 is the office's
-- own, 1…1023 are the copies that groups take with them; it is part of every identity that the copy gives to an
-- observation) and `created_at` (moment at which the copy was made).
CREATE TABLE database_identity (
  key   TEXT NOT NULL PRIMARY KEY CHECK (key <> ''),  -- office, replica or created_at · 键
  value TEXT NOT NULL  -- its value · 值
) STRICT, WITHOUT ROWID;

-- Who is writing just now · 当前写入者. Empty, but inside a transaction of kaohe, which inserts its row first and deletes
-- it last; so nobody else ever sees it. Triggers read it: without a row, the writer is another program, and the audit
-- log names the actor `external`. In bulk mode the writer itself fills `stale`, and logs one entry per table for what
-- it inserts.
CREATE TABLE session (
  id      INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),  -- always 1: there is at most one · 恒为 1
  actor   TEXT NOT NULL CHECK (actor <> ''),  -- the person who writes · 操作人
  command TEXT NOT NULL CHECK (command <> ''),  -- the command that writes, e.g. `import` · 命令
  at      TEXT NOT NULL CHECK (strftime('%Y-%m-%dT%H:%M:%fZ', at, '+0 days') IS at),  -- when it began (UTC) · 开始时刻
  bulk    INTEGER NOT NULL DEFAULT 0 CHECK (bulk IN (0, 1))  -- 1: bulk mode · 批量写入
) STRICT;

-- The writer, also where there is no session · 当前操作人.
CREATE VIEW writer AS
SELECT
  coalesce((SELECT actor FROM session), 'external') AS actor,  -- who; `external`: another program · 操作人
  (SELECT command FROM session) AS command;  -- the command; NULL: another program · 命令

-- County-level cities, city districts and development zones: what is assessed and ranked · 市(县)区、开发区.
CREATE TABLE district (
  code     TEXT NOT NULL PRIMARY KEY CHECK (code <> ''),  -- code by GB/T 2260, where there is one · 代码
  name     TEXT NOT NULL CHECK (name <> ''),  -- name · 名称
  category TEXT NOT NULL CHECK (category <> '')  -- 县级市, 区, 开发区 … · 类别
) STRICT;

-- Featured industrial parks · 特色产业园区. The industry bureau certifies parks of the same name separately: `programme`
-- tells the lists apart.
CREATE TABLE industrial_park (
  code      TEXT NOT NULL PRIMARY KEY CHECK (code <> ''),  -- code · 代码
  name      TEXT NOT NULL CHECK (name <> ''),  -- name · 名称
  district  TEXT NOT NULL REFERENCES district ON UPDATE CASCADE,  -- where it lies · 所在市(县)区
  theme     TEXT NOT NULL CHECK (theme <> ''),  -- its industry or theme · 产业主题
  programme TEXT CHECK (programme <> ''),  -- the list that names it · 认定系列
  batch     TEXT CHECK (batch <> '')  -- batch in which it was named · 批次
) STRICT;

CREATE INDEX industrial_park_by_district ON industrial_park (district);

-- Reform guidance stations: at most one in a park; a park without a row has none · 产改指导站.
CREATE TABLE guidance_station (
  park TEXT NOT NULL PRIMARY KEY REFERENCES industrial_park ON UPDATE CASCADE,  -- the park · 园区
  name TEXT NOT NULL CHECK (name <> '')  -- name of the station · 名称
) STRICT;

-- Pilot enterprises of the reform · 试点企业. A stage that was not recorded is NULL.
CREATE TABLE pilot_enterprise (
  code     TEXT NOT NULL PRIMARY KEY CHECK (code <> ''),  -- code · 代码
  name     TEXT NOT NULL CHECK (name <> ''),  -- name · 名称
  district TEXT NOT NULL REFERENCES district ON UPDATE CASCADE,  -- the district it counts for · 所属市(县)区
  park     TEXT REFERENCES industrial_park ON UPDATE CASCADE,  -- the park it lies in, if any · 所在园区
  level    TEXT NOT NULL CHECK (level IN ('国家级', '省级', '市级', '区级', '镇级')),  -- who made it a pilot · 试点级别
  batch    TEXT CHECK (batch <> ''),  -- batch in which it was named · 批次
  industry TEXT CHECK (industry <> ''),  -- industry · 行业
  stage    TEXT CHECK (stage IN ('candidate', 'pilot', 'exemplar'))  -- how far it has come · 阶段(培育、试点、示范)
) STRICT;

CREATE INDEX pilot_enterprise_by_district ON pilot_enterprise (district);
CREATE INDEX pilot_enterprise_by_park ON pilot_enterprise (park);

-- Inspection-and-observation groups · 督查观摩组. A leader need not be one of the inspectors.
CREATE TABLE inspection_group (
  code   TEXT NOT NULL PRIMARY KEY CHECK (code <> ''),  -- code · 代码
  name   TEXT NOT NULL CHECK (name <> ''),  -- name · 名称
  leader TEXT CHECK (leader <> '')  -- who leads it: code of an inspector, else a name · 组长
) STRICT;

-- Inspectors · 督查员. Nobody scores in the own district.
CREATE TABLE inspector (
  code             TEXT NOT NULL PRIMARY KEY CHECK (code <> ''),  -- code · 代码
  name             TEXT NOT NULL CHECK (name <> ''),  -- name · 姓名
  organisation     TEXT NOT NULL CHECK (organisation <> ''),  -- where the inspector works · 单位
  inspection_group TEXT REFERENCES inspection_group ON UPDATE CASCADE,  -- the inspector's group · 督查组
  district         TEXT REFERENCES district ON UPDATE CASCADE  -- where the inspector belongs; may not score there · 回避地区
) STRICT;

CREATE INDEX inspector_by_group ON inspector (inspection_group);
