-- Inspection: what is assessed by which rules, who takes part, which visits were made, what was observed there, on
-- what evidence, what is added and subtracted, and what was found.
--
-- A visit or a piece of evidence is about exactly one subject: one of the columns `district`, `enterprise` and `park`
-- is set, and the generated column `subject` names it in the way the CSV files do: `district:CODE`, `enterprise:CODE`,
-- `park:CODE`.

-- Assessments, as a rule one a year · 考核年度.
CREATE TABLE assessment (
  code     TEXT NOT NULL PRIMARY KEY CHECK (code <> ''),  -- code, e.g. 2022 · 代码
  title    TEXT NOT NULL CHECK (title <> ''),  -- title · 名称
  rule_set TEXT NOT NULL REFERENCES rule_set,  -- the rules that score it · 细则
  opens    TEXT CHECK (date(opens, '+0 days') IS opens),  -- first day of a visit; NULL: no bound · 开始日期
  closes   TEXT CHECK (date(closes, '+0 days') IS closes),  -- last day of a visit; NULL: no bound · 截止日期
  pools    INTEGER NOT NULL DEFAULT 0 CHECK (pools IN (0, 1)),  -- 1: each category of districts is ranked apart · 分类排名
  CHECK (opens <= closes)
) STRICT;

CREATE INDEX assessment_by_rule_set ON assessment (rule_set);

-- Who takes part in an assessment: who is ranked, and who is a peer · 参评单位. The category is the district's at
-- enrolment.
CREATE TABLE participant (
  assessment TEXT NOT NULL REFERENCES assessment ON UPDATE CASCADE,  -- the assessment · 考核年度
  district   TEXT NOT NULL REFERENCES district ON UPDATE CASCADE,  -- the district · 市(县)区
  category   TEXT NOT NULL CHECK (category <> ''),  -- category that it is ranked in · 类别
  status     TEXT NOT NULL DEFAULT 'enrolled' CHECK (status IN ('enrolled', 'withdrawn')),  -- withdrawn: as if not enrolled · 状态
  PRIMARY KEY (assessment, district)
) STRICT, WITHOUT ROWID;

CREATE INDEX participant_by_district ON participant (district);

-- Inspections on site, each of one subject on one day · 实地督查. A draft is still being filled; submitted and confirmed
-- visits count; a cancelled one counts nowhere.
CREATE TABLE visit (
  code             TEXT NOT NULL PRIMARY KEY CHECK (code <> ''),  -- code · 代码
  assessment       TEXT NOT NULL REFERENCES assessment ON UPDATE CASCADE,  -- the assessment · 考核年度
  inspection_group TEXT NOT NULL REFERENCES inspection_group ON UPDATE CASCADE,  -- the group that went · 督查组
  district         TEXT REFERENCES district ON UPDATE CASCADE,  -- the subject, if a district · 市(县)区
  enterprise       TEXT REFERENCES pilot_enterprise ON UPDATE CASCADE,  -- the subject, if an enterprise · 试点企业
  park             TEXT REFERENCES industrial_park ON UPDATE CASCADE,  -- the subject, if a park · 园区
  subject          TEXT AS (coalesce('district:' || district, 'enterprise:' || enterprise, 'park:' || park)),  -- the subject · 督查对象
  scope            TEXT AS (iif(district IS NOT NULL, 'district', iif(park IS NULL, 'enterprise', 'park'))),  -- kind of subject · 对象类别
  date             TEXT NOT NULL CHECK (date(date, '+0 days') IS date),  -- day of the visit · 督查日期
  methods          TEXT CHECK (methods <> ''),  -- how it was done, `;` between, e.g. 听汇报;查台账 · 督查方式
  status           TEXT NOT NULL CHECK (status IN ('draft', 'submitted', 'confirmed', 'cancelled')),  -- how far it has come · 状态
  CHECK ((district IS NOT NULL) + (enterprise IS NOT NULL) + (park IS NOT NULL) = 1)
) STRICT;

CREATE INDEX visit_by_assessment ON visit (assessment, date);
CREATE INDEX visit_by_group ON visit (inspection_group);
CREATE INDEX visit_by_district ON visit (district, assessment) WHERE district IS NOT NULL;
CREATE INDEX visit_by_enterprise ON visit (enterprise, assessment) WHERE enterprise IS NOT NULL;
CREATE INDEX visit_by_park ON visit (park, assessment) WHERE park IS NOT NULL;

-- The district that a visit counts for: its own, or that of its enterprise or park · 督查所属地区.
CREATE VIEW visit_district AS
SELECT
  v.code AS visit,  -- the visit · 督查
  v.assessment AS assessment,  -- its assessment · 考核年度
  coalesce(v.district, e.district, p.district) AS district  -- the district · 市(县)区
FROM visit AS v
LEFT JOIN pilot_enterprise AS e ON e.code = v.enterprise
LEFT JOIN industrial_park AS p ON p.code = v.park;

-- Evidence: the register of documents, photographs, questionnaires, data · 台账. The thing itself may lie elsewhere.
CREATE TABLE evidence (
  code       TEXT NOT NULL PRIMARY KEY CHECK (code <> ''),  -- code · 代码
  district   TEXT REFERENCES district ON UPDATE CASCADE,  -- the subject, if a district · 市(县)区
  enterprise TEXT REFERENCES pilot_enterprise ON UPDATE CASCADE,  -- the subject, if an enterprise · 试点企业
  park       TEXT REFERENCES industrial_park ON UPDATE CASCADE,  -- the subject, if a park · 园区
  subject    TEXT AS (coalesce('district:' || district, 'enterprise:' || enterprise, 'park:' || park)),  -- whom it is about · 对象
  title      TEXT NOT NULL CHECK (title <> ''),  -- title · 名称
  kind       TEXT NOT NULL CHECK (kind IN ('文件', '台账', '照片', '问卷', '系统数据', '作品', '活动')),  -- what it is · 类型
  number     TEXT CHECK (number <> ''),  -- number of the document · 文号
  date       TEXT NOT NULL CHECK (date(date, '+0 days') IS date),  -- date that it bears · 日期
  sha256     TEXT CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),  -- SHA-256 of the file (hex) · 文件哈希
  source     TEXT CHECK (source <> ''),  -- where it comes from · 来源
  file_name  TEXT CHECK (file_name <> ''),  -- name of the file, where it is kept · 文件名
  size_bytes INTEGER CHECK (size_bytes >= 0),  -- size of the file (bytes) · 文件大小
  CHECK ((district IS NOT NULL) + (enterprise IS NOT NULL) + (park IS NOT NULL) = 1)
) STRICT;

CREATE INDEX evidence_by_subject ON evidence (subject);

-- Observations: one row for each thing that was recorded at a visit · 记录. Never overwritten: another one supersedes
-- it. An observation is *live* while no row of `supersession` has it as `superseded`; a live one with the value `-`
-- withdraws its key (visit, indicator, item, scorer). More than one live observation of a key is a conflict, to be
-- decided. `id` is milliseconds since 2020-01-01T00:00Z << 22 | replica << 12 | sequence: it is unique over all copies
-- and sorts by time. The key keeps one visit's observations together, in order. `indicator` and `scorer` are checked
-- by triggers.
CREATE TABLE observation (
  visit       TEXT NOT NULL REFERENCES visit ON UPDATE CASCADE,  -- the visit · 督查
  indicator   TEXT NOT NULL,  -- a leaf of the rule set of the visit's assessment · 考核要点
  item        TEXT NOT NULL,  -- the item, or the answer in a survey; '' where the leaf is meant · 细项
  scorer      TEXT NOT NULL,  -- the inspector who scored; '' where nobody is named · 评分人
  id          INTEGER NOT NULL CHECK (id > 0),  -- identity (63 bits, see above) · 标识
  value       TEXT NOT NULL CHECK (value <> ''),  -- what was recorded, as written · 记录值
  reason      TEXT NOT NULL DEFAULT '',  -- why, e.g. why points are deducted; '' where not given · 理由
  recorded_at TEXT NOT NULL CHECK (recorded_at GLOB '20??-??-??T??:??:??.???Z'),  -- when (UTC) · 记录时刻
  recorded_by TEXT NOT NULL CHECK (recorded_by <> ''),  -- who · 记录人
  PRIMARY KEY (visit, indicator, item, scorer, id)
) STRICT, WITHOUT ROWID;

-- The newest identity that this copy has given to an observation · 标识时钟. It never goes back, whatever the clock of the
-- computer does; so no identity is given twice.
CREATE TABLE observation_clock (
  one  INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),  -- always 1: there is one row · 恒为 1
  last INTEGER NOT NULL CHECK (last >= 0)  -- the newest identity; 0: none yet · 最新标识
) STRICT;

INSERT INTO observation_clock (one, last) VALUES (1, 0);

CREATE TRIGGER check_observation_insert BEFORE INSERT ON observation
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
BEGIN
  SELECT RAISE(ABORT, 'observation: no such visit, or the indicator is no leaf of the rule set of its assessment')
  WHERE NOT EXISTS (
    SELECT 1
    FROM visit AS v
    JOIN assessment AS a ON a.code = v.assessment
    JOIN indicator AS i ON i.rule_set = a.rule_set
    WHERE v.code = NEW.visit AND i.code = NEW.indicator AND i.is_leaf);
  SELECT RAISE(ABORT, 'observation: the scorer is no known inspector')
  WHERE NEW.scorer <> '' AND NOT EXISTS (SELECT 1 FROM inspector WHERE code = NEW.scorer);
  -- INSERT OR REPLACE would overwrite without a trace; the same row once more is harmless.
  SELECT RAISE(ABORT, 'observation: never overwritten: insert another one, and the supersession')
  FROM observation AS o
  WHERE (o.visit, o.indicator, o.item, o.scorer, o.id) = (NEW.visit, NEW.indicator, NEW.item, NEW.scorer, NEW.id)
    AND (o.value, o.reason, o.recorded_at, o.recorded_by)
      <> (NEW.value, NEW.reason, NEW.recorded_at, NEW.recorded_by);
END;

CREATE TRIGGER check_observation_update BEFORE UPDATE OF visit, indicator, scorer ON observation
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
BEGIN
  SELECT RAISE(ABORT, 'observation: no such visit, or the indicator is no leaf of the rule set of its assessment')
  WHERE NOT EXISTS (
    SELECT 1
    FROM visit AS v
    JOIN assessment AS a ON a.code = v.assessment
    JOIN indicator AS i ON i.rule_set = a.rule_set
    WHERE v.code = NEW.visit AND i.code = NEW.indicator AND i.is_leaf);
  SELECT RAISE(ABORT, 'observation: the scorer is no known inspector')
  WHERE NEW.scorer <> '' AND NOT EXISTS (SELECT 1 FROM inspector WHERE code = NEW.scorer);
END;

-- What a foreign key does elsewhere: the scorer's code may be corrected, and an inspector who has scored stays.
CREATE TRIGGER cascade_inspector_code AFTER UPDATE OF code ON inspector
WHEN OLD.code <> NEW.code
BEGIN
  UPDATE observation SET scorer = NEW.code WHERE scorer = OLD.code;
  UPDATE inspection_group SET leader = NEW.code WHERE leader = OLD.code;
END;

CREATE TRIGGER check_inspector_delete BEFORE DELETE ON inspector
BEGIN
  SELECT RAISE(ABORT, 'inspector: has scored, and cannot be deleted')
  WHERE EXISTS (SELECT 1 FROM observation WHERE scorer = OLD.code);
END;

-- Which observation took the place of which, and why · 记录更正. Append-only.
CREATE TABLE supersession (
  visit       TEXT NOT NULL,  -- the visit of both observations · 督查
  indicator   TEXT NOT NULL,  -- their leaf · 考核要点
  item        TEXT NOT NULL,  -- their item, or '' · 细项
  scorer      TEXT NOT NULL,  -- their scorer, or '' · 评分人
  superseded  INTEGER NOT NULL,  -- identity of the observation that no longer holds · 原记录
  by          INTEGER NOT NULL,  -- identity of the observation in its place · 新记录
  reason      TEXT NOT NULL DEFAULT '',  -- why; '' where not given · 理由
  recorded_at TEXT NOT NULL CHECK (strftime('%Y-%m-%dT%H:%M:%fZ', recorded_at, '+0 days') IS recorded_at),  -- when (UTC) · 更正时刻
  recorded_by TEXT NOT NULL CHECK (recorded_by <> ''),  -- who · 更正人
  PRIMARY KEY (visit, indicator, item, scorer, superseded, by),
  FOREIGN KEY (visit, indicator, item, scorer, superseded)
    REFERENCES observation (visit, indicator, item, scorer, id) ON UPDATE CASCADE,
  FOREIGN KEY (visit, indicator, item, scorer, by)
    REFERENCES observation (visit, indicator, item, scorer, id) ON UPDATE CASCADE,
  CHECK (superseded <> by)
) STRICT, WITHOUT ROWID;

-- The evidence that an observation rests on · 记录的台账. Append-only.
CREATE TABLE observation_evidence (
  visit     TEXT NOT NULL,  -- the visit of the observation · 督查
  indicator TEXT NOT NULL,  -- its leaf · 考核要点
  item      TEXT NOT NULL,  -- its item, or '' · 细项
  scorer    TEXT NOT NULL,  -- its scorer, or '' · 评分人
  id        INTEGER NOT NULL,  -- its identity · 标识
  evidence  TEXT NOT NULL REFERENCES evidence ON UPDATE CASCADE,  -- the evidence · 台账
  PRIMARY KEY (visit, indicator, item, scorer, id, evidence),
  FOREIGN KEY (visit, indicator, item, scorer, id)
    REFERENCES observation (visit, indicator, item, scorer, id) ON UPDATE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX observation_evidence_by_evidence ON observation_evidence (evidence);

-- Entries that add or subtract points, and vetoes · 加分、减分、一票否决. `code` is checked by triggers.
CREATE TABLE adjustment (
  entry      TEXT NOT NULL PRIMARY KEY CHECK (entry <> ''),  -- code of the entry · 编号
  assessment TEXT NOT NULL REFERENCES assessment ON UPDATE CASCADE,  -- the assessment · 考核年度
  district   TEXT NOT NULL REFERENCES district ON UPDATE CASCADE,  -- the district · 市(县)区
  code       TEXT NOT NULL,  -- a bonus or penalty group or a veto of the assessment's rule set · 加减分项代码
  level      TEXT CHECK (level <> ''),  -- level within the group; NULL in a veto · 档次
  event      TEXT CHECK (event <> ''),  -- what happened, the same in all entries of one event; NULL: one of its own · 事项
  count      INTEGER NOT NULL DEFAULT 1 CHECK (count >= 0),  -- how many times; 0 withdraws the entry · 次数
  date       TEXT NOT NULL CHECK (date(date, '+0 days') IS date),  -- when it happened · 日期
  reason     TEXT NOT NULL CHECK (reason <> '')  -- what it is for · 事由
) STRICT;

CREATE INDEX adjustment_by_district ON adjustment (district, assessment);
CREATE INDEX adjustment_by_assessment ON adjustment (assessment);

CREATE TRIGGER check_adjustment_insert BEFORE INSERT ON adjustment
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
BEGIN
  SELECT RAISE(ABORT, 'adjustment: no such assessment, or its rule set has no bonus, penalty or veto of this code')
  WHERE NOT EXISTS (
    SELECT 1
    FROM assessment AS a
    JOIN adjustment_rule AS r ON r.rule_set = a.rule_set
    WHERE a.code = NEW.assessment AND r.code = NEW.code);
END;

CREATE TRIGGER check_adjustment_update BEFORE UPDATE OF assessment, code ON adjustment
WHEN NOT EXISTS (SELECT 1 FROM session WHERE bulk = 1)
BEGIN
  SELECT RAISE(ABORT, 'adjustment: no such assessment, or its rule set has no bonus, penalty or veto of this code')
  WHERE NOT EXISTS (
    SELECT 1
    FROM assessment AS a
    JOIN adjustment_rule AS r ON r.rule_set = a.rule_set
    WHERE a.code = NEW.assessment AND r.code = NEW.code);
END;

-- The evidence that an entry rests on · 加减分的台账.
CREATE TABLE adjustment_evidence (
  entry    TEXT NOT NULL REFERENCES adjustment ON UPDATE CASCADE,  -- the entry · 加减分
  evidence TEXT NOT NULL REFERENCES evidence ON UPDATE CASCADE,  -- the evidence · 台账
  PRIMARY KEY (entry, evidence)
) STRICT, WITHOUT ROWID;

CREATE INDEX adjustment_evidence_by_evidence ON adjustment_evidence (evidence);

-- What a visit found: problems to put right, highlights, innovations · 问题、亮点、创新.
CREATE TABLE finding (
  code        TEXT NOT NULL PRIMARY KEY CHECK (code <> ''),  -- code · 代码
  visit       TEXT NOT NULL REFERENCES visit ON UPDATE CASCADE,  -- the visit · 督查
  indicator   TEXT CHECK (indicator <> ''),  -- indicator of the rule set that it belongs to, if any · 指标
  kind        TEXT NOT NULL CHECK (kind IN ('problem', 'highlight', 'innovation')),  -- problem, highlight, innovation · 类别
  text        TEXT NOT NULL CHECK (text <> ''),  -- what was found · 内容
  requirement TEXT CHECK (requirement <> ''),  -- what has to be done · 整改要求
  due         TEXT CHECK (date(due, '+0 days') IS due),  -- by when · 整改期限
  status      TEXT NOT NULL CHECK (status IN ('open', 'rectified', 'verified')),  -- open, rectified (整改), verified (销号) · 状态
  closed      TEXT CHECK (date(closed, '+0 days') IS closed)  -- when it was closed · 办结日期
) STRICT;

CREATE INDEX finding_by_visit ON finding (visit);

-- The evidence of a finding, or of its having been put right · 问题的台账.
CREATE TABLE finding_evidence (
  finding  TEXT NOT NULL REFERENCES finding ON UPDATE CASCADE,  -- the finding · 问题
  evidence TEXT NOT NULL REFERENCES evidence ON UPDATE CASCADE,  -- the evidence · 台账
  PRIMARY KEY (finding, evidence)
) STRICT, WITHOUT ROWID;

CREATE INDEX finding_evidence_by_evidence ON finding_evidence (evidence);
