-- Views of the results: what an analyst asks first. They show what the engine stored, beside counts and plain averages;
-- no view scores anything. Points are decimals here (REAL), from millionths; the exact values are in 0005 and 0016.
--
-- Where `stale` is 1, facts changed after the row was computed, with another program: `kaohe rank` computes it again.

-- Assessments with their year, which is the year of all views: that in which the assessment opens, else that which its
-- rules are for · 考核所属年度.
CREATE VIEW assessment_year AS
SELECT
  a.code AS assessment,  -- the assessment · 考核年度
  a.title AS title,  -- its title · 名称
  a.rule_set AS rule_set,  -- the rules that score it · 细则
  coalesce(CAST(substr(a.opens, 1, 4) AS INTEGER), r.year) AS year,  -- its year, see above · 年度
  a.opens AS opens,  -- first day of a visit; NULL: no bound (date) · 开始日期
  a.closes AS closes,  -- last day of a visit; NULL: no bound (date) · 截止日期
  a.pools AS pools  -- 1: each category of districts is ranked apart · 分类排名
FROM assessment AS a
LEFT JOIN rule_set AS r ON r.code = a.rule_set;

-- The newest assessment: of the latest year; of several, the last by code · 最近一次考核. Saved questions ask for it where no
-- assessment is given.
CREATE VIEW newest_assessment AS
SELECT
  a.assessment AS assessment,  -- the assessment · 考核年度
  a.title AS title,  -- its title · 名称
  a.year AS year  -- its year · 年度
FROM assessment_year AS a
ORDER BY 3 DESC, 1 DESC
LIMIT 1;

-- As in 0010, with the vetoes; and a participant is shown although its district does not exist.
DROP VIEW district_ranking;

-- The ranking: who takes part in an assessment, in the order of the list as printed · 排名.
-- A participant without a result has NULLs, is stale, and comes last.
CREATE VIEW district_ranking AS
SELECT
  p.assessment AS assessment,  -- the assessment · 考核年度
  r.rank AS rank,  -- rank; NULL where unranked · 名次
  p.district AS code,  -- code of the district · 代码
  coalesce(d.name, p.district) AS name,  -- its name; its code where there is no such district · 市(县)区
  p.category AS category,  -- category that it is ranked in · 类别
  CAST(r.total AS REAL) AS total,  -- total as printed (points) · 总分
  r.base_micro / 1e6 AS base,  -- weighted sum of the phases (points) · 基础分
  r.bonus_micro / 1e6 AS bonus,  -- points added (points) · 加分
  r.penalty_micro / 1e6 AS penalty,  -- points subtracted (points) · 减分
  r.grade AS grade,  -- grade; NULL where there is none · 等次
  a.status AS status,  -- provisional, complete or published · 状态
  r.district IS NULL OR s.district IS NOT NULL AS stale,  -- 1: facts changed since it was computed · 是否待重算
  r.vetoes AS vetoes  -- codes of its vetoes, in the rules' order, a space between; '' for none · 一票否决
FROM participant AS p
LEFT JOIN district AS d ON d.code = p.district
LEFT JOIN district_result AS r ON r.assessment = p.assessment AND r.district = p.district
LEFT JOIN assessment_result AS a ON a.assessment = p.assessment
LEFT JOIN stale AS s ON s.assessment = p.assessment AND s.district = p.district
WHERE p.status = 'enrolled'
ORDER BY p.assessment, r.position IS NULL, r.position, p.district;

-- What each phase came to in each district, before its weight · 各地考核阶段得分. A rule set without phases has one, '', of weight 1.
-- The weight is the rules': where a phase is taken out, the others carry its weight.
CREATE VIEW phase_score AS
SELECT
  r.assessment AS assessment,  -- the assessment · 考核年度
  r.district AS district,  -- the district · 市(县)区
  coalesce(d.name, r.district) AS district_name,  -- its name · 市(县)区名称
  r.phase AS phase,  -- the phase; '' in a rule set without phases · 考核阶段
  h.title AS title,  -- its title; '' in a rule set without phases · 考核阶段名称
  h.weight_micro / 1e6 AS weight,  -- its weight in the base (share) · 权重
  r.points_micro / 1e6 AS points,  -- what its sections add up to (points) · 分值
  r.score_micro / 1e6 AS score,  -- the score before the weight (points); NULL where taken out · 得分
  t.district IS NOT NULL AS stale  -- 1: facts changed since it was computed · 是否待重算
FROM phase_result AS r
JOIN participant AS p ON p.assessment = r.assessment AND p.district = r.district AND p.status = 'enrolled'
JOIN assessment AS a ON a.code = r.assessment
LEFT JOIN district AS d ON d.code = r.district
LEFT JOIN phase AS h ON h.rule_set = a.rule_set AND h.code = r.phase
LEFT JOIN stale AS t ON t.assessment = r.assessment AND t.district = r.district;

-- What each top-level section came to in each district, before the factor and the weight of its phase · 各地部分得分.
CREATE VIEW section_score AS
SELECT
  r.assessment AS assessment,  -- the assessment · 考核年度
  r.district AS district,  -- the district · 市(县)区
  coalesce(d.name, r.district) AS district_name,  -- its name · 市(县)区名称
  r.section AS section,  -- the top-level section · 部分(一级指标)
  i.title AS title,  -- its title · 部分名称
  i.phase AS phase,  -- its phase; '' in a rule set without phases · 考核阶段
  h.weight_micro / 1e6 AS phase_weight,  -- weight of the phase in the base (share) · 阶段权重
  r.points_micro / 1e6 AS points,  -- what the section is worth (points) · 分值
  r.score_micro / 1e6 AS score,  -- the score (points); NULL where taken out · 得分
  t.district IS NOT NULL AS stale  -- 1: facts changed since it was computed · 是否待重算
FROM section_result AS r
JOIN participant AS p ON p.assessment = r.assessment AND p.district = r.district AND p.status = 'enrolled'
JOIN assessment AS a ON a.code = r.assessment
LEFT JOIN district AS d ON d.code = r.district
LEFT JOIN indicator AS i ON i.rule_set = a.rule_set AND i.code = r.section
LEFT JOIN phase AS h ON h.rule_set = a.rule_set AND h.code = i.phase
LEFT JOIN stale AS t ON t.assessment = r.assessment AND t.district = r.district;

-- What each district scored at each leaf · 各地考核要点得分.
CREATE VIEW leaf_score AS
SELECT
  r.assessment AS assessment,  -- the assessment · 考核年度
  r.district AS district,  -- the district · 市(县)区
  coalesce(d.name, r.district) AS district_name,  -- its name · 市(县)区名称
  r.indicator AS leaf,  -- the leaf · 考核要点
  i.title AS title,  -- its title · 考核要点名称
  s.section AS section,  -- its top-level section · 部分(一级指标)
  s.title AS section_title,  -- the section's title · 部分名称
  r.points_micro / 1e6 AS points,  -- what the leaf is worth (points) · 分值
  r.score_micro / 1e6 AS score,  -- the score (points); NULL where taken out · 得分
  r.lost_micro / 1e6 AS lost,  -- points less score (points); NULL where taken out. Losses do not add up to 100 less base where leaves are taken out (the others carry their points) or phases are weighted · 扣分
  r.status AS status,  -- scored, not_applicable, missing · 状态
  i.position AS position,  -- place in the rules, over all levels · 序号
  t.district IS NOT NULL AS stale  -- 1: facts changed since it was computed · 是否待重算
FROM leaf_result AS r
JOIN participant AS p ON p.assessment = r.assessment AND p.district = r.district AND p.status = 'enrolled'
JOIN assessment AS a ON a.code = r.assessment
LEFT JOIN district AS d ON d.code = r.district
LEFT JOIN indicator AS i ON i.rule_set = a.rule_set AND i.code = r.indicator
LEFT JOIN (
  WITH RECURSIVE below (rule_set, code, section, title) AS (
    SELECT rule_set, code, code, title FROM indicator WHERE depth = 1
    UNION ALL
    SELECT c.rule_set, c.code, b.section, b.title
    FROM below AS b JOIN indicator AS c ON c.rule_set = b.rule_set AND c.parent = b.code)
  SELECT rule_set, code, section, title FROM below) AS s ON s.rule_set = a.rule_set AND s.code = r.indicator
LEFT JOIN stale AS t ON t.assessment = r.assessment AND t.district = r.district;

-- What each district, enterprise and park that was visited scored at each leaf, over its visits · 督查对象各要点得分. A leaf
-- that is pooled over the sites, or that compares districts, has no score of a single subject.
CREATE VIEW site_score AS
SELECT
  s.assessment AS assessment,  -- the assessment · 考核年度
  s.district AS district,  -- the district that it counts for · 市(县)区
  coalesce(d.name, s.district) AS district_name,  -- its name · 市(县)区名称
  s.subject AS subject,  -- the subject, e.g. enterprise:E01 · 督查对象
  coalesce(e.name, k.name, iif(s.subject GLOB 'district:*', d.name, NULL), s.subject) AS subject_name,  -- its name · 对象名称
  substr(s.subject, 1, instr(s.subject, ':') - 1) AS scope,  -- district, enterprise, park · 对象类别
  s.indicator AS leaf,  -- the leaf · 考核要点
  i.title AS title,  -- its title · 考核要点名称
  i.points_micro / 1e6 AS points,  -- what the leaf is worth (points) · 分值
  s.score_micro / 1e6 AS score,  -- the score (points); NULL where not applicable · 得分
  s.status AS status,  -- scored, not_applicable · 状态
  (SELECT count(*) FROM visit AS v WHERE (v.district = iif(s.subject GLOB 'district:*', substr(s.subject, 10), NULL) OR v.enterprise = iif(s.subject GLOB 'enterprise:*', substr(s.subject, 12), NULL) OR v.park = iif(s.subject GLOB 'park:*', substr(s.subject, 6), NULL)) AND +v.assessment = s.assessment AND v.status IN ('submitted', 'confirmed') AND EXISTS (SELECT 1 FROM observation AS o WHERE o.visit = v.code AND o.indicator = s.indicator AND o.value <> '-' AND NOT EXISTS (SELECT 1 FROM supersession AS x WHERE x.visit = o.visit AND x.indicator = o.indicator AND x.item = o.item AND x.scorer = o.scorer AND x.superseded = o.id))) AS visits,  -- visits that count at which the leaf was observed there (number) · 督查次数
  t.district IS NOT NULL AS stale  -- 1: facts changed since it was computed · 是否待重算
FROM subject_score AS s
JOIN participant AS p ON p.assessment = s.assessment AND p.district = s.district AND p.status = 'enrolled'
JOIN assessment AS a ON a.code = s.assessment
LEFT JOIN district AS d ON d.code = s.district
LEFT JOIN pilot_enterprise AS e ON e.code = iif(s.subject GLOB 'enterprise:*', substr(s.subject, 12), NULL)
LEFT JOIN industrial_park AS k ON k.code = iif(s.subject GLOB 'park:*', substr(s.subject, 6), NULL)
LEFT JOIN indicator AS i ON i.rule_set = a.rule_set AND i.code = s.indicator
LEFT JOIN stale AS t ON t.assessment = s.assessment AND t.district = s.district;

-- The observations behind each item that was counted: which rows of `observation` make a row of `item_score` · 细项计分的记录.
CREATE VIEW item_observation AS
SELECT
  i.assessment AS assessment,  -- the assessment · 考核年度
  i.district AS district,  -- the district that the item counts for · 市(县)区
  i.indicator AS leaf,  -- the leaf · 考核要点
  i.subject AS counted_subject,  -- the subject in item_score; '' where the leaf is pooled over sites · 计分对象
  i.visit AS counted_visit,  -- the visit in item_score; '' where visits are summed · 计分督查
  i.item AS item,  -- the item · 细项
  o.visit AS visit,  -- the visit of the observation · 督查
  v.date AS date,  -- its day (date) · 督查日期
  v.inspection_group AS inspection_group,  -- the group that went · 督查组
  o.scorer AS scorer,  -- the inspector who scored; '' where nobody is named · 评分人
  o.id AS id,  -- identity of the observation · 标识
  o.value AS value,  -- what was recorded, as written · 记录值
  o.reason AS reason  -- why; '' where not given · 理由
FROM item_score AS i
JOIN assessment AS a ON a.code = i.assessment
JOIN indicator AS l ON l.rule_set = a.rule_set AND l.code = i.indicator
CROSS JOIN visit AS v ON v.code = i.visit
  OR v.district = iif(i.visit = '' AND l.scope = 'district', i.district, NULL)
  OR v.enterprise = iif(i.visit = '' AND i.subject GLOB 'enterprise:*', substr(i.subject, 12), NULL)
  OR v.park = iif(i.visit = '' AND i.subject GLOB 'park:*', substr(i.subject, 6), NULL)
  OR v.enterprise IN (
    SELECT code FROM pilot_enterprise
    WHERE district = iif(i.visit = '' AND i.subject = '' AND l.scope = 'enterprise', i.district, NULL))
  OR v.park IN (
    SELECT code FROM industrial_park
    WHERE district = iif(i.visit = '' AND i.subject = '' AND l.scope = 'park', i.district, NULL))
CROSS JOIN observation AS o ON o.visit = v.code AND o.indicator = i.indicator AND o.item = i.item
WHERE +v.assessment = i.assessment AND v.status IN ('submitted', 'confirmed')
  AND o.value GLOB '*[1-9]*'
  AND NOT EXISTS (
    SELECT 1
    FROM supersession AS x
    WHERE x.visit = o.visit AND x.indicator = o.indicator AND x.item = o.item AND x.scorer = o.scorer
      AND x.superseded = o.id);

-- Every deduction that was counted · 扣分明细. It is what the item took after its own max: bounds of the leaf come after,
-- so that the deductions of a leaf may come to more than it lost. Where visits are summed before they are scored, one row
-- has the visits, days, groups, reasons and evidence of all that was summed: each once, in order, `;` between.
CREATE VIEW deduction AS
SELECT
  x.assessment AS assessment,  -- the assessment · 考核年度
  x.district AS district,  -- the district that it counts for · 市(县)区
  x.district_name AS district_name,  -- its name · 市(县)区名称
  x.subject AS subject,  -- the subject, e.g. enterprise:E01; '' where the leaf is pooled over sites · 督查对象
  x.subject_name AS subject_name,  -- its name; the district's where pooled · 对象名称
  x.visit AS visit,  -- the visit, or visits · 督查
  x.date AS date,  -- day of the visit, or days (date) · 督查日期
  x.inspection_group AS inspection_group,  -- the group that went, or groups · 督查组
  x.group_name AS group_name,  -- its name, or names · 督查组名称
  x.leaf AS leaf,  -- the leaf · 考核要点
  x.title AS title,  -- its title · 考核要点名称
  x.item AS item,  -- the item · 细项
  x.item_title AS item_title,  -- its title · 细项名称
  x.count AS count,  -- how often it was found (number) · 次数
  x.points AS points,  -- what was deducted (points) · 扣分
  x.limited AS limited,  -- 1: the item's own max bounds it · 是否达到细项上限
  x.reason AS reason,  -- why; '' where not given · 理由
  x.evidence AS evidence,  -- codes of the evidence, in order, `;` between; '' for none · 台账
  x.evidence_titles AS evidence_titles,  -- their titles, in the same order · 台账名称
  x.stale AS stale  -- 1: facts changed since it was computed · 是否待重算
FROM (
  SELECT
    i.assessment, i.district, coalesce(d.name, i.district) AS district_name, i.subject,
    coalesce(e.name, k.name, iif(i.subject GLOB '[ep]*:*', i.subject, coalesce(d.name, i.district))) AS subject_name,
    i.indicator AS leaf, l.title, i.item, m.title AS item_title, i.count, i.points_micro / 1e6 AS points, i.limited,
    iif(i.visit <> '', i.visit, (
      SELECT group_concat(visit, ';')
      FROM (
        SELECT DISTINCT o.visit
        FROM item_observation AS o
        WHERE (o.assessment, o.district, o.leaf) = (i.assessment, i.district, i.indicator)
          AND (o.counted_subject, o.counted_visit, o.item) = (i.subject, i.visit, i.item)
        ORDER BY o.visit))) AS visit,
    iif(i.visit <> '', v.date, (
      SELECT group_concat(date, ';')
      FROM (
        SELECT DISTINCT o.date
        FROM item_observation AS o
        WHERE (o.assessment, o.district, o.leaf) = (i.assessment, i.district, i.indicator)
          AND (o.counted_subject, o.counted_visit, o.item) = (i.subject, i.visit, i.item)
        ORDER BY o.date))) AS date,
    iif(i.visit <> '', v.inspection_group, (
      SELECT group_concat(inspection_group, ';')
      FROM (
        SELECT DISTINCT o.inspection_group
        FROM item_observation AS o
        WHERE (o.assessment, o.district, o.leaf) = (i.assessment, i.district, i.indicator)
          AND (o.counted_subject, o.counted_visit, o.item) = (i.subject, i.visit, i.item)
        ORDER BY o.inspection_group))) AS inspection_group,
    iif(i.visit <> '', g.name, (
      SELECT group_concat(name, ';')
      FROM (
        SELECT DISTINCT o.inspection_group, n.name
        FROM item_observation AS o JOIN inspection_group AS n ON n.code = o.inspection_group
        WHERE (o.assessment, o.district, o.leaf) = (i.assessment, i.district, i.indicator)
          AND (o.counted_subject, o.counted_visit, o.item) = (i.subject, i.visit, i.item)
        ORDER BY o.inspection_group))) AS group_name,
    coalesce((
      SELECT group_concat(reason, ';')
      FROM (
        SELECT DISTINCT o.reason
        FROM item_observation AS o
        WHERE (o.assessment, o.district, o.leaf) = (i.assessment, i.district, i.indicator)
          AND (o.counted_subject, o.counted_visit, o.item) = (i.subject, i.visit, i.item) AND o.reason <> ''
        ORDER BY o.reason)), '') AS reason,
    coalesce((
      SELECT group_concat(evidence, ';')
      FROM (
        SELECT DISTINCT c.evidence
        FROM item_observation AS o
        CROSS JOIN observation_evidence AS c
          ON (c.visit, c.indicator, c.item, c.scorer, c.id) = (o.visit, o.leaf, o.item, o.scorer, o.id)
        WHERE (o.assessment, o.district, o.leaf) = (i.assessment, i.district, i.indicator)
          AND (o.counted_subject, o.counted_visit, o.item) = (i.subject, i.visit, i.item)
        ORDER BY c.evidence)), '') AS evidence,
    coalesce((
      SELECT group_concat(title, ';')
      FROM (
        SELECT DISTINCT f.code, f.title
        FROM item_observation AS o
        CROSS JOIN observation_evidence AS c
          ON (c.visit, c.indicator, c.item, c.scorer, c.id) = (o.visit, o.leaf, o.item, o.scorer, o.id)
        JOIN evidence AS f ON f.code = c.evidence
        WHERE (o.assessment, o.district, o.leaf) = (i.assessment, i.district, i.indicator)
          AND (o.counted_subject, o.counted_visit, o.item) = (i.subject, i.visit, i.item)
        ORDER BY f.code)), '') AS evidence_titles,
    t.district IS NOT NULL AS stale
  FROM item_score AS i
  JOIN participant AS p ON p.assessment = i.assessment AND p.district = i.district AND p.status = 'enrolled'
  JOIN assessment AS a ON a.code = i.assessment
  LEFT JOIN district AS d ON d.code = i.district
  LEFT JOIN pilot_enterprise AS e ON e.code = iif(i.subject GLOB 'enterprise:*', substr(i.subject, 12), NULL)
  LEFT JOIN industrial_park AS k ON k.code = iif(i.subject GLOB 'park:*', substr(i.subject, 6), NULL)
  LEFT JOIN indicator AS l ON l.rule_set = a.rule_set AND l.code = i.indicator
  LEFT JOIN indicator_item AS m ON m.rule_set = a.rule_set AND m.indicator = i.indicator AND m.code = i.item
  LEFT JOIN visit AS v ON v.code = i.visit
  LEFT JOIN inspection_group AS g ON g.code = v.inspection_group
  LEFT JOIN stale AS t ON t.assessment = i.assessment AND t.district = i.district
  WHERE i.kind = 'deduct') AS x;

-- Every entry of a bonus, a penalty or a veto of a district that takes part, and what became of it · 加减分明细. The outcomes:
-- counted; no_evidence (the rules require evidence, and none is named); same_event (another entry of the event counts
-- more); withdrawn (its count is 0); unknown (the rules have no such code or level); veto (what it does is in the total,
-- the rank or the grade, not in points); NULL where nothing was computed yet.
CREATE VIEW adjustment_detail AS
SELECT
  e.assessment AS assessment,  -- the assessment · 考核年度
  e.district AS district,  -- the district · 市(县)区
  coalesce(d.name, e.district) AS district_name,  -- its name · 市(县)区名称
  e.entry AS entry,  -- code of the entry · 编号
  g.kind AS kind,  -- bonus, penalty, veto; NULL where the rules have no such code · 类别
  e.code AS code,  -- the bonus or penalty group, or the veto · 加减分项代码
  g.title AS title,  -- its title · 加减分项名称
  e.level AS level,  -- level within the group; NULL in a veto · 档次
  e.event AS event,  -- what happened, the same in all entries of one event; NULL: one of its own · 事项
  e.count AS count,  -- how many times; 0 withdraws the entry (number) · 次数
  r.counted_micro / 1e6 AS counted,  -- what it adds or subtracts, not negative, before the caps of its group and of all groups (points); 0 in a veto · 计入分值
  r.outcome AS outcome,  -- what became of it, see above: counted, no_evidence, same_event, withdrawn, unknown, veto · 核定结果
  e.date AS date,  -- when it happened (date) · 日期
  e.reason AS reason,  -- what it is for · 事由
  coalesce((SELECT group_concat(c.evidence, ';') FROM (SELECT evidence FROM adjustment_evidence WHERE entry = e.entry ORDER BY evidence) AS c), '') AS evidence,  -- codes of the evidence, in order, `;` between; '' for none · 台账
  r.entry IS NULL OR t.district IS NOT NULL AS stale  -- 1: facts changed since it was computed · 是否待重算
FROM adjustment AS e
JOIN participant AS p ON p.assessment = e.assessment AND p.district = e.district AND p.status = 'enrolled'
JOIN assessment AS a ON a.code = e.assessment
LEFT JOIN district AS d ON d.code = e.district
LEFT JOIN adjustment_rule AS g ON g.rule_set = a.rule_set AND g.code = e.code
LEFT JOIN adjustment_result AS r ON r.assessment = e.assessment AND r.district = e.district AND r.entry = e.entry
LEFT JOIN stale AS t ON t.assessment = e.assessment AND t.district = e.district;

-- Each district's result beside that of the assessment before: the one of the next earlier year; of several, the last by
-- code · 与上年比较. Where there is none before, or the district took no part, its columns are NULL. Ranks of different lists
-- can't be compared: of an assessment that ranks by category and one that doesn't, or of two categories.
CREATE VIEW year_over_year AS
SELECT
  r.assessment AS assessment,  -- the assessment · 考核年度
  y.previous AS previous,  -- the assessment before; NULL for none · 上一考核年度
  r.code AS district,  -- code of the district · 市(县)区
  r.name AS name,  -- its name · 市(县)区名称
  r.category AS category,  -- category that it is ranked in · 类别
  r.total AS total,  -- total as printed (points) · 总分
  b.total AS previous_total,  -- total of the assessment before (points) · 上年总分
  round(r.total - b.total, 6) AS change,  -- total less previous total (points) · 总分增减
  r.rank AS rank,  -- rank; NULL where unranked · 名次
  b.rank AS previous_rank,  -- rank in the assessment before · 上年名次
  iif(y.pools = e.pools AND (y.pools = 0 OR r.category = b.category), b.rank - r.rank, NULL) AS rank_change,  -- how many ranks it moved; positive: up (number); NULL where the ranks are of different lists · 名次升降
  r.grade AS grade,  -- grade; NULL where there is none · 等次
  b.grade AS previous_grade,  -- grade in the assessment before · 上年等次
  r.stale OR coalesce(b.stale, 0) AS stale  -- 1: facts changed since one of the two was computed · 是否待重算
FROM (
  SELECT a.assessment, a.pools, (
    SELECT e.assessment
    FROM assessment_year AS e
    WHERE e.year < a.year
    ORDER BY e.year DESC, e.assessment DESC
    LIMIT 1) AS previous
  FROM assessment_year AS a) AS y
JOIN district_ranking AS r ON r.assessment = y.assessment
LEFT JOIN assessment AS e ON e.code = y.previous
LEFT JOIN district_ranking AS b ON b.assessment = y.previous AND b.code = r.code;
