-- Results: what the engine computed from the facts. Every row can be deleted and computed again, so nothing refers to
-- these tables, they refer to nothing, and they are not audited. `stale` (0006) says which districts have to be
-- computed again.
--
-- `…_exact` is TEXT, `n` or `n/d` in lowest terms; `…_micro` beside it is the same in millionths of a point, rounded
-- half up. Where a score is NULL, the leaf, section or phase is taken out (缺项): the others carry its points.

-- A leaf's score at one visit that counts · 一访一项得分.
CREATE TABLE inspection_score (
  visit       TEXT NOT NULL,  -- the visit · 督查
  indicator   TEXT NOT NULL,  -- the leaf · 考核要点
  status      TEXT NOT NULL CHECK (status IN ('scored', 'not_applicable')),  -- scored, not_applicable · 状态
  score_exact TEXT,  -- the score (points, exact); NULL where not applicable · 得分
  score_micro INTEGER,  -- the same (millionths of a point) · 得分
  PRIMARY KEY (visit, indicator),
  CHECK ((status = 'scored') = (score_exact IS NOT NULL)),
  CHECK ((score_exact IS NULL) = (score_micro IS NULL))
) STRICT, WITHOUT ROWID;

-- A leaf's score of one subject, over its visits · 督查对象得分.
CREATE TABLE subject_score (
  assessment  TEXT NOT NULL,  -- the assessment · 考核年度
  subject     TEXT NOT NULL,  -- the subject, e.g. enterprise:E01 · 督查对象
  indicator   TEXT NOT NULL,  -- the leaf · 考核要点
  district    TEXT NOT NULL,  -- the district that it counts for · 市(县)区
  status      TEXT NOT NULL CHECK (status IN ('scored', 'not_applicable')),  -- scored, not_applicable · 状态
  score_exact TEXT,  -- the score (points, exact); NULL where not applicable · 得分
  score_micro INTEGER,  -- the same (millionths of a point) · 得分
  PRIMARY KEY (assessment, subject, indicator),
  CHECK ((status = 'scored') = (score_exact IS NOT NULL)),
  CHECK ((score_exact IS NULL) = (score_micro IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX subject_score_by_district ON subject_score (assessment, district);

-- A leaf's score of one district · 考核要点得分. A missing leaf scores 0; one that is not applicable scores what the policy
-- says.
CREATE TABLE leaf_result (
  assessment    TEXT NOT NULL,  -- the assessment · 考核年度
  district      TEXT NOT NULL,  -- the district · 市(县)区
  indicator     TEXT NOT NULL,  -- the leaf · 考核要点
  status        TEXT NOT NULL CHECK (status IN ('scored', 'not_applicable', 'missing')),  -- scored, not_applicable, missing · 状态
  score_exact   TEXT,  -- the score (points, exact); NULL where taken out · 得分
  score_micro   INTEGER,  -- the same (millionths of a point) · 得分
  points_micro  INTEGER NOT NULL,  -- what the leaf is worth (millionths of a point) · 分值
  lost_exact    TEXT,  -- points less score (points, exact); NULL where taken out · 扣分
  lost_micro    INTEGER,  -- the same (millionths of a point) · 扣分
  measure_exact TEXT,  -- the district's measure, where the leaf has one for a district (exact) · 指标值
  PRIMARY KEY (assessment, district, indicator),
  CHECK (status = 'not_applicable' OR score_exact IS NOT NULL),
  CHECK ((score_exact IS NULL) = (score_micro IS NULL)),
  CHECK ((score_exact IS NULL) = (lost_exact IS NULL)),
  CHECK ((lost_exact IS NULL) = (lost_micro IS NULL))
) STRICT, WITHOUT ROWID;

-- A top-level section's score of one district, before the phase's factor and weight · 部分得分.
CREATE TABLE section_result (
  assessment   TEXT NOT NULL,  -- the assessment · 考核年度
  district     TEXT NOT NULL,  -- the district · 市(县)区
  section      TEXT NOT NULL,  -- the top-level section · 部分(一级指标)
  points_exact TEXT NOT NULL,  -- what the section is worth (points, exact) · 分值
  points_micro INTEGER NOT NULL,  -- the same (millionths of a point) · 分值
  score_exact  TEXT,  -- the score (points, exact); NULL where taken out · 得分
  score_micro  INTEGER,  -- the same (millionths of a point) · 得分
  PRIMARY KEY (assessment, district, section),
  CHECK ((score_exact IS NULL) = (score_micro IS NULL))
) STRICT, WITHOUT ROWID;

-- A phase's score of one district, before its weight · 阶段得分. The phase is '' in a rule set without phases.
CREATE TABLE phase_result (
  assessment   TEXT NOT NULL,  -- the assessment · 考核年度
  district     TEXT NOT NULL,  -- the district · 市(县)区
  phase        TEXT NOT NULL,  -- the phase; '' in a rule set without phases · 考核阶段
  points_exact TEXT NOT NULL,  -- what the phase's sections add up to (points, exact) · 分值
  points_micro INTEGER NOT NULL,  -- the same (millionths of a point) · 分值
  score_exact  TEXT,  -- the score (points, exact); NULL where taken out · 得分
  score_micro  INTEGER,  -- the same (millionths of a point) · 得分
  PRIMARY KEY (assessment, district, phase),
  CHECK ((score_exact IS NULL) = (score_micro IS NULL))
) STRICT, WITHOUT ROWID;

-- What became of each entry of a bonus, a penalty or a veto · 加减分核定.
CREATE TABLE adjustment_result (
  assessment    TEXT NOT NULL,  -- the assessment · 考核年度
  district      TEXT NOT NULL,  -- the district · 市(县)区
  entry         TEXT NOT NULL,  -- the entry · 加减分编号
  counted_exact TEXT NOT NULL,  -- what it adds or subtracts (points, exact, not negative); 0 in a veto · 计入分值
  counted_micro INTEGER NOT NULL,  -- the same (millionths of a point) · 计入分值
  outcome       TEXT NOT NULL CHECK (outcome <> ''),  -- whether it counted and, if not in full, why · 核定结果
  PRIMARY KEY (assessment, district, entry)
) STRICT, WITHOUT ROWID;

-- A district's total, rank and grade · 总分、名次、等次.
CREATE TABLE district_result (
  assessment    TEXT NOT NULL,  -- the assessment · 考核年度
  district      TEXT NOT NULL,  -- the district · 市(县)区
  position      INTEGER NOT NULL CHECK (position > 0),  -- place in the list as printed, from 1; the unranked come last · 列示顺序
  rank          INTEGER CHECK (rank > 0),  -- rank, in its pool where there are pools; NULL where unranked · 名次
  ranked        INTEGER NOT NULL CHECK (ranked IN (0, 1)),  -- 0: left out of the ranking by a veto · 是否参与排名
  total         TEXT NOT NULL,  -- total, rounded, as it is printed (points) · 总分
  total_exact   TEXT NOT NULL,  -- total before rounding, after its bounds (points, exact) · 总分(未修约)
  total_micro   INTEGER NOT NULL,  -- the same (millionths of a point) · 总分(未修约)
  base_exact    TEXT NOT NULL,  -- weighted sum of the phases (points, exact) · 基础分
  base_micro    INTEGER NOT NULL,  -- the same (millionths of a point) · 基础分
  bonus_exact   TEXT NOT NULL,  -- points added (points, exact) · 加分
  bonus_micro   INTEGER NOT NULL,  -- the same (millionths of a point) · 加分
  penalty_exact TEXT NOT NULL,  -- points subtracted (points, exact, not negative) · 减分
  penalty_micro INTEGER NOT NULL,  -- the same (millionths of a point) · 减分
  grade         TEXT,  -- grade; NULL where unranked, or the rules have no grades · 等次
  vetoes        TEXT NOT NULL DEFAULT '',  -- codes of its vetoes, in the rules' order, a space between · 一票否决
  complete      INTEGER NOT NULL CHECK (complete IN (0, 1)),  -- 0: a leaf is missing · 是否完整
  rule_set      TEXT NOT NULL,  -- the rules it was computed with · 细则
  computed_at   TEXT NOT NULL,  -- when it was computed (UTC) · 计算时刻
  PRIMARY KEY (assessment, district),
  CHECK (ranked = (rank IS NOT NULL)),
  CHECK (strftime('%Y-%m-%dT%H:%M:%fZ', computed_at, '+0 days') IS computed_at)
) STRICT, WITHOUT ROWID;

CREATE INDEX district_result_by_position ON district_result (assessment, position);

-- Where an assessment stands · 考核状态. Provisional: a ranked district is incomplete, or a visit is not confirmed.
CREATE TABLE assessment_result (
  assessment     TEXT NOT NULL PRIMARY KEY,  -- the assessment · 考核年度
  status         TEXT NOT NULL CHECK (status IN ('provisional', 'complete', 'published')),  -- provisional, complete, published · 状态
  rule_set       TEXT NOT NULL,  -- the rules it was computed with · 细则
  computed_at    TEXT NOT NULL,  -- when it was computed (UTC) · 计算时刻
  engine_version TEXT NOT NULL,  -- version of the engine that computed it · 计算程序版本
  CHECK (strftime('%Y-%m-%dT%H:%M:%fZ', computed_at, '+0 days') IS computed_at)
) STRICT, WITHOUT ROWID;
