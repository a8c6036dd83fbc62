-- Rules: a rule set (评价考核细则) is imported as a whole and never changes. `rule_set.source` is the rule set; all other
-- tables of this file show what it says, for reports, for queries and for checks of what is recorded. The engine reads
-- the source.
--
-- Exact numbers are TEXT in lowest terms, `n` or `n/d`. A column `…_micro` beside one is the same number in
-- millionths, rounded half up (exact for up to 6 decimals). `position` counts from 1, in the order of the file.

-- Rule sets · 评价考核细则. A rule set whose rules changed is another rule set, with another code.
CREATE TABLE rule_set (
  code              TEXT NOT NULL PRIMARY KEY CHECK (code <> '' AND code NOT GLOB '*[^a-z0-9-]*'),  -- code · 代码
  title             TEXT NOT NULL CHECK (title <> ''),  -- title · 标题
  year              INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2999),  -- year that it is for · 年度
  points            TEXT NOT NULL CHECK (points <> ''),  -- what one phase's sections add up to (points, exact) · 总分值
  points_micro      INTEGER NOT NULL CHECK (points_micro >= 0),  -- the same (millionths of a point) · 总分值
  rounding_mode     TEXT NOT NULL CHECK (rounding_mode IN ('half_up', 'half_even')),  -- how totals are rounded · 修约方式
  total_decimals    INTEGER NOT NULL CHECK (total_decimals BETWEEN 0 AND 6),  -- decimals of a total · 总分小数位
  leaf_decimals     INTEGER,  -- decimals of a leaf's score; NULL: not rounded · 单项小数位
  ranking           TEXT NOT NULL CHECK (ranking IN ('published', 'exact')),  -- total that ranks: rounded, or exact · 排名依据
  total_cap         TEXT,  -- highest total (points, exact); NULL: none · 总分封顶
  total_cap_micro   INTEGER,  -- the same (millionths of a point) · 总分封顶
  bonus_cap         TEXT,  -- cap of all bonus groups together (points, exact) · 加分上限
  bonus_cap_micro   INTEGER,  -- the same (millionths of a point) · 加分上限
  bonus_per_event   TEXT,  -- entries of one event that count; NULL: no bonus · 同一事项计分
  penalty_cap       TEXT,  -- cap of all penalty groups together (points, exact) · 减分上限
  penalty_cap_micro INTEGER,  -- the same (millionths of a point) · 减分上限
  penalty_per_event TEXT,  -- entries of one event that count; NULL: no penalty · 同一事项计分
  quota_ties        TEXT NOT NULL CHECK (quota_ties IN ('none', 'all')),  -- equal ranks at a quota's edge · 名额并列
  ties              TEXT CHECK (ties <> ''),  -- codes that break ties, in order, a space between · 并列时依次比较
  source            TEXT NOT NULL CHECK (source <> ''),  -- the rule file, to the byte (YAML) · 细则原文件
  content_sha256    TEXT NOT NULL,  -- SHA-256 of source (hex) · 内容哈希
  imported_at       TEXT NOT NULL,  -- when it was imported (UTC) · 导入时刻
  imported_by       TEXT NOT NULL CHECK (imported_by <> ''),  -- who imported it · 导入人
  CHECK (leaf_decimals BETWEEN 0 AND 6),
  CHECK ((total_cap IS NULL) = (total_cap_micro IS NULL)),
  CHECK ((bonus_cap IS NULL) = (bonus_cap_micro IS NULL)),
  CHECK ((penalty_cap IS NULL) = (penalty_cap_micro IS NULL)),
  CHECK (bonus_per_event IN ('highest', 'all')),
  CHECK (penalty_per_event IN ('highest', 'all')),
  CHECK (length(content_sha256) = 64 AND content_sha256 NOT GLOB '*[^0-9a-f]*'),
  CHECK (strftime('%Y-%m-%dT%H:%M:%fZ', imported_at, '+0 days') IS imported_at)
) STRICT;

-- The texts that a rule set comes from: notices, measures, guides · 依据文件.
CREATE TABLE rule_document (
  rule_set TEXT NOT NULL REFERENCES rule_set,  -- the rule set · 细则
  position INTEGER NOT NULL CHECK (position > 0),  -- place in the file · 序号
  title    TEXT NOT NULL CHECK (title <> ''),  -- title of the text · 文件名称
  number   TEXT CHECK (number <> ''),  -- number of the document · 文号
  issued   TEXT CHECK (date(issued, '+0 days') IS issued),  -- date of issue · 印发日期
  PRIMARY KEY (rule_set, position)
) STRICT, WITHOUT ROWID;

-- Phases of the year, each with a weight · 考核阶段. A rule set without phases has one row, with the code '' and weight 1.
CREATE TABLE phase (
  rule_set     TEXT NOT NULL REFERENCES rule_set,  -- the rule set · 细则
  code         TEXT NOT NULL,  -- code; '' in a rule set without phases · 代码
  position     INTEGER NOT NULL CHECK (position > 0),  -- place in the file · 序号
  title        TEXT NOT NULL,  -- title; '' in a rule set without phases · 名称
  weight       TEXT NOT NULL CHECK (weight <> ''),  -- weight (share, exact) · 权重
  weight_micro INTEGER NOT NULL CHECK (weight_micro BETWEEN 0 AND 1000000),  -- the same (millionths) · 权重
  PRIMARY KEY (rule_set, code),
  UNIQUE (rule_set, position)
) STRICT, WITHOUT ROWID;

-- Indicators: the tree of sections (一级、二级指标) and leaves (考核要点); only leaves are scored · 指标.
-- The columns after points_micro, up to methods, are NULL in a section.
CREATE TABLE indicator (
  rule_set       TEXT NOT NULL REFERENCES rule_set,  -- the rule set · 细则
  code           TEXT NOT NULL CHECK (code <> ''),  -- code, e.g. C2.1 · 代码
  parent         TEXT,  -- the section above; NULL at the top · 上级指标
  phase          TEXT NOT NULL,  -- the phase; '' in a rule set without phases · 考核阶段
  position       INTEGER NOT NULL CHECK (position > 0),  -- place in the file, over all levels and phases · 序号
  depth          INTEGER NOT NULL CHECK (depth > 0),  -- level in the tree; 1 at the top · 层级
  is_leaf        INTEGER NOT NULL CHECK (is_leaf IN (0, 1)),  -- 1: a leaf, which is scored · 是否考核要点
  title          TEXT NOT NULL CHECK (title <> ''),  -- title · 名称
  points         TEXT NOT NULL CHECK (points <> ''),  -- points (exact) · 分值
  points_micro   INTEGER NOT NULL CHECK (points_micro >= 0),  -- the same (millionths of a point) · 分值
  scope          TEXT CHECK (scope IN ('district', 'enterprise', 'park')),  -- whom it is observed at · 考核对象
  applies_to     TEXT CHECK (applies_to <> ''),  -- categories of districts it applies to, a space between; NULL: all · 适用类别
  aggregate      TEXT,  -- how sites combine · 汇总方式
  min_sites      INTEGER CHECK (min_sites >= 0),  -- fewest sites that must be observed · 最少督查点数
  repeat         TEXT,  -- how visits to one subject combine · 多次督查合并方式
  scorers        TEXT CHECK (scorers IN ('mean', 'trimmed_mean')),  -- how scorers combine; NULL: none score it · 多人评分合并方式
  not_applicable TEXT,  -- what becomes of it where it does not apply · 缺项处理
  evidence       TEXT CHECK (evidence IN ('required', 'optional')),  -- whether a score needs evidence · 台账要求
  methods        TEXT CHECK (methods <> ''),  -- names of its methods, a space between · 评分方法
  standard       TEXT CHECK (standard <> ''),  -- how it is scored, as a person reads it · 评分标准
  clause         TEXT CHECK (clause <> ''),  -- number and wording of the original text · 原文条款
  source         TEXT CHECK (source <> ''),  -- where the figures come from · 数据来源
  department     TEXT CHECK (department <> ''),  -- department in charge · 责任部门
  PRIMARY KEY (rule_set, code),
  UNIQUE (rule_set, position),
  FOREIGN KEY (rule_set, parent) REFERENCES indicator (rule_set, code),
  FOREIGN KEY (rule_set, phase) REFERENCES phase (rule_set, code),
  CHECK (aggregate IN ('mean', 'median', 'min', 'trimmed_mean', 'pooled')),
  CHECK (repeat IN ('mean', 'latest', 'max', 'min', 'total')),
  CHECK (not_applicable IN ('full', 'zero', 'rescale_section', 'rescale_total', 'peer_mean')),
  CHECK ((parent IS NULL) = (depth = 1)),
  CHECK (is_leaf = (scope IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX indicator_by_parent ON indicator (rule_set, parent);

-- Items of a leaf that are counted (deduct, add) or ticked off (checklist) · 评分细项.
CREATE TABLE indicator_item (
  rule_set     TEXT NOT NULL,  -- the rule set · 细则
  indicator    TEXT NOT NULL,  -- the leaf · 考核要点
  code         TEXT NOT NULL CHECK (code <> ''),  -- code · 代码
  position     INTEGER NOT NULL CHECK (position > 0),  -- place within the leaf · 序号
  method       TEXT NOT NULL CHECK (method IN ('deduct', 'add', 'checklist')),  -- the method it belongs to · 评分方法
  title        TEXT NOT NULL CHECK (title <> ''),  -- title · 名称
  points       TEXT NOT NULL CHECK (points <> ''),  -- points for each count, or when met (exact) · 分值
  points_micro INTEGER NOT NULL CHECK (points_micro >= 0),  -- the same (millionths of a point) · 分值
  PRIMARY KEY (rule_set, indicator, code),
  UNIQUE (rule_set, indicator, position),
  FOREIGN KEY (rule_set, indicator) REFERENCES indicator (rule_set, code)
) STRICT, WITHOUT ROWID;

-- Levels of a leaf that is scored by level · 等级. A level is worth a share of the leaf's points, or any share of a
-- range.
CREATE TABLE indicator_level (
  rule_set   TEXT NOT NULL,  -- the rule set · 细则
  indicator  TEXT NOT NULL,  -- the leaf · 考核要点
  code       TEXT NOT NULL CHECK (code <> ''),  -- code, e.g. 优 · 等级
  position   INTEGER NOT NULL CHECK (position > 0),  -- place within the leaf · 序号
  share_from TEXT NOT NULL CHECK (share_from <> ''),  -- the share, or the lowest of a range (exact) · 系数下限
  share_to   TEXT NOT NULL CHECK (share_to <> ''),  -- the highest of a range; else the share again (exact) · 系数上限
  PRIMARY KEY (rule_set, indicator, code),
  UNIQUE (rule_set, indicator, position),
  FOREIGN KEY (rule_set, indicator) REFERENCES indicator (rule_set, code)
) STRICT, WITHOUT ROWID;

-- Answers of a leaf whose measure comes from a survey · 问卷选项.
CREATE TABLE indicator_answer (
  rule_set  TEXT NOT NULL,  -- the rule set · 细则
  indicator TEXT NOT NULL,  -- the leaf · 考核要点
  answer    TEXT NOT NULL CHECK (answer <> ''),  -- the answer, e.g. 满意 · 选项
  position  INTEGER NOT NULL CHECK (position > 0),  -- place within the leaf · 序号
  weight    TEXT CHECK (weight <> ''),  -- its weight (share, exact); NULL: the answer is left out of the count · 权重
  PRIMARY KEY (rule_set, indicator, answer),
  UNIQUE (rule_set, indicator, position),
  FOREIGN KEY (rule_set, indicator) REFERENCES indicator (rule_set, code)
) STRICT, WITHOUT ROWID;

-- Bonus groups, penalty groups and vetoes · 加分项、减分项、一票否决.
CREATE TABLE adjustment_rule (
  rule_set  TEXT NOT NULL REFERENCES rule_set,  -- the rule set · 细则
  code      TEXT NOT NULL CHECK (code <> ''),  -- code, e.g. J1 · 代码
  position  INTEGER NOT NULL CHECK (position > 0),  -- place in the file: bonus, then penalty, then vetoes · 序号
  kind      TEXT NOT NULL CHECK (kind IN ('bonus', 'penalty', 'veto')),  -- what it is · 类别
  title     TEXT NOT NULL CHECK (title <> ''),  -- title · 名称
  cap       TEXT CHECK (cap <> ''),  -- cap of the group (points, exact); NULL: none · 上限
  cap_micro INTEGER CHECK ((cap_micro IS NULL) = (cap IS NULL)),  -- the same (millionths of a point) · 上限
  evidence  TEXT CHECK (evidence IN ('required', 'optional')),  -- whether an entry needs evidence; NULL in a veto · 台账要求
  effect    TEXT,  -- what a veto does; else NULL · 否决效力
  grade     TEXT,  -- best grade that cap_grade allows; else NULL · 最高等次
  target    TEXT CHECK (target <> ''),  -- top-level section or leaf that zero sets to 0; else NULL · 归零指标
  PRIMARY KEY (rule_set, code),
  UNIQUE (rule_set, position),
  FOREIGN KEY (rule_set, grade) REFERENCES grade (rule_set, code) DEFERRABLE INITIALLY DEFERRED,
  CHECK (effect IN ('fail', 'cap_grade', 'lower_grade', 'unranked', 'zero')),
  CHECK ((kind = 'veto') = (effect IS NOT NULL)),
  CHECK ((kind = 'veto') = (evidence IS NULL)),
  CHECK (kind <> 'veto' OR cap IS NULL),
  CHECK ((effect IS 'cap_grade') = (grade IS NOT NULL)),
  CHECK ((effect IS 'zero') = (target IS NOT NULL))
) STRICT, WITHOUT ROWID;

-- Levels of a bonus or penalty group, with the points of one count · 加减分档次.
CREATE TABLE adjustment_level (
  rule_set     TEXT NOT NULL,  -- the rule set · 细则
  rule         TEXT NOT NULL,  -- the group · 加减分项
  code         TEXT NOT NULL CHECK (code <> ''),  -- code, e.g. 省级 · 档次
  position     INTEGER NOT NULL CHECK (position > 0),  -- place within the group · 序号
  points       TEXT NOT NULL CHECK (points <> ''),  -- points for each count (exact) · 分值
  points_micro INTEGER NOT NULL CHECK (points_micro >= 0),  -- the same (millionths of a point) · 分值
  PRIMARY KEY (rule_set, rule, code),
  UNIQUE (rule_set, rule, position),
  FOREIGN KEY (rule_set, rule) REFERENCES adjustment_rule (rule_set, code)
) STRICT, WITHOUT ROWID;

-- Grades, best first · 等次. The last has no threshold and no quota.
CREATE TABLE grade (
  rule_set        TEXT NOT NULL REFERENCES rule_set,  -- the rule set · 细则
  code            TEXT NOT NULL CHECK (code <> ''),  -- code, e.g. 优秀 · 等次
  position        INTEGER NOT NULL CHECK (position > 0),  -- place in the file; 1 is the best · 序号
  min_total       TEXT CHECK (min_total <> ''),  -- rounded total it takes (points, exact); NULL in the last · 最低总分
  min_total_micro INTEGER CHECK ((min_total_micro IS NULL) = (min_total IS NULL)),  -- the same (millionths of a point) · 最低总分
  max_share       TEXT CHECK (max_share <> ''),  -- quota as a share of those ranked (exact); NULL: none · 名额比例
  max_count       INTEGER CHECK (max_count >= 0),  -- quota as a number; NULL: none · 名额
  with_better     INTEGER NOT NULL DEFAULT 0 CHECK (with_better IN (0, 1)),  -- 1: the quota includes better grades · 名额含以上等次
  conditions      TEXT CHECK (conditions <> ''),  -- what else it takes, as a person reads it; NULL: nothing · 附加条件
  PRIMARY KEY (rule_set, code),
  UNIQUE (rule_set, position),
  CHECK (max_share IS NULL OR max_count IS NULL)
) STRICT, WITHOUT ROWID;

-- A rule set is immutable: what was imported is neither changed nor removed, by anybody.

CREATE TRIGGER refuse_rule_set_update BEFORE UPDATE ON rule_set BEGIN
  SELECT RAISE(ABORT, 'rule_set: rules never change: import what has changed as a rule set with another code');
END;

CREATE TRIGGER refuse_rule_set_delete BEFORE DELETE ON rule_set BEGIN
  SELECT RAISE(ABORT, 'rule_set: rules never change: import what has changed as a rule set with another code');
END;

CREATE TRIGGER refuse_rule_document_update BEFORE UPDATE ON rule_document BEGIN
  SELECT RAISE(ABORT, 'rule_document: rules never change: import what has changed as a rule set with another code');
END;

CREATE TRIGGER refuse_rule_document_delete BEFORE DELETE ON rule_document BEGIN
  SELECT RAISE(ABORT, 'rule_document: rules never change: import what has changed as a rule set with another code');
END;

CREATE TRIGGER refuse_phase_update BEFORE UPDATE ON phase BEGIN
  SELECT RAISE(ABORT, 'phase: rules never change: import what has changed as a rule set with another code');
END;

CREATE TRIGGER refuse_phase_delete BEFORE DELETE ON phase BEGIN
  SELECT RAISE(ABORT, 'phase: rules never change: import what has changed as a rule set with another code');
END;

CREATE TRIGGER refuse_indicator_update BEFORE UPDATE ON indicator BEGIN
  SELECT RAISE(ABORT, 'indicator: rules never change: import what has changed as a rule set with another code');
END;

CREATE TRIGGER refuse_indicator_delete BEFORE DELETE ON indicator BEGIN
  SELECT RAISE(ABORT, 'indicator: rules never change: import what has changed as a rule set with another code');
END;

CREATE TRIGGER refuse_indicator_item_update BEFORE UPDATE ON indicator_item BEGIN
  SELECT RAISE(ABORT, 'indicator_item: rules never change: import what has changed as a rule set with another code');
END;

CREATE TRIGGER refuse_indicator_item_delete BEFORE DELETE ON indicator_item BEGIN
  SELECT RAISE(ABORT, 'indicator_item: rules never change: import what has changed as a rule set with another code');
END;

CREATE TRIGGER refuse_indicator_level_update BEFORE UPDATE ON indicator_level BEGIN
  SELECT RAISE(ABORT, 'indicator_level: rules never change: import what has changed as a rule set with another code');
END;

CREATE TRIGGER refuse_indicator_level_delete BEFORE DELETE ON indicator_level BEGIN
  SELECT RAISE(ABORT, 'indicator_level: rules never change: import what has changed as a rule set with another code');
END;

CREATE TRIGGER refuse_indicator_answer_update BEFORE UPDATE ON indicator_answer BEGIN
  SELECT RAISE(ABORT, 'indicator_answer: rules never change: import what has changed as a rule set with another code');
END;

CREATE TRIGGER refuse_indicator_answer_delete BEFORE DELETE ON indicator_answer BEGIN
  SELECT RAISE(ABORT, 'indicator_answer: rules never change: import what has changed as a rule set with another code');
END;

CREATE TRIGGER refuse_adjustment_rule_update BEFORE UPDATE ON adjustment_rule BEGIN
  SELECT RAISE(ABORT, 'adjustment_rule: rules never change: import what has changed as a rule set with another code');
END;

CREATE TRIGGER refuse_adjustment_rule_delete BEFORE DELETE ON adjustment_rule BEGIN
  SELECT RAISE(ABORT, 'adjustment_rule: rules never change: import what has changed as a rule set with another code');
END;

CREATE TRIGGER refuse_adjustment_level_update BEFORE UPDATE ON adjustment_level BEGIN
  SELECT RAISE(ABORT, 'adjustment_level: rules never change: import what has changed as a rule set with another code');
END;

CREATE TRIGGER refuse_adjustment_level_delete BEFORE DELETE ON adjustment_level BEGIN
  SELECT RAISE(ABORT, 'adjustment_level: rules never change: import what has changed as a rule set with another code');
END;

CREATE TRIGGER refuse_grade_update BEFORE UPDATE ON grade BEGIN
  SELECT RAISE(ABORT, 'grade: rules never change: import what has changed as a rule set with another code');
END;

CREATE TRIGGER refuse_grade_delete BEFORE DELETE ON grade BEGIN
  SELECT RAISE(ABORT, 'grade: rules never change: import what has changed as a rule set with another code');
END;
