-- Views: what people and analysts read. Points are decimals here (REAL); the exact values are in the tables of 0005.

-- Observations that hold: live ones, but those that only withdraw their key, at visits of any status · 有效记录.
CREATE VIEW current_observation AS
SELECT
  v.assessment AS assessment,  -- the assessment · 考核年度
  coalesce(v.district, e.district, p.district) AS district,  -- the district that it counts for · 市(县)区
  v.subject AS subject,  -- the subject of the visit · 督查对象
  coalesce(d.name, e.name, p.name) AS subject_name,  -- its name · 对象名称
  o.visit AS visit,  -- the visit · 督查
  v.date AS date,  -- day of the visit · 督查日期
  v.status AS visit_status,  -- draft, submitted, confirmed or cancelled · 督查状态
  o.indicator AS indicator,  -- the leaf · 考核要点
  i.title AS indicator_title,  -- its title · 考核要点名称
  o.item AS item,  -- the item, or the answer in a survey; '' where the leaf is meant · 细项
  t.title AS item_title,  -- title of the item; NULL where there is none · 细项名称
  o.scorer AS scorer,  -- the inspector who scored; '' where nobody is named · 评分人
  s.name AS scorer_name,  -- the scorer's name; NULL where nobody is named · 评分人姓名
  o.value AS value,  -- what was recorded, as written · 记录值
  o.reason AS reason,  -- why; '' where not given · 理由
  o.recorded_at AS recorded_at,  -- when it was recorded (UTC) · 记录时刻
  o.recorded_by AS recorded_by,  -- who recorded it · 记录人
  o.id AS id  -- identity of the observation · 标识
FROM observation AS o
JOIN visit AS v ON v.code = o.visit
JOIN assessment AS a ON a.code = v.assessment
LEFT JOIN district AS d ON d.code = v.district
LEFT JOIN pilot_enterprise AS e ON e.code = v.enterprise
LEFT JOIN industrial_park AS p ON p.code = v.park
LEFT JOIN indicator AS i ON i.rule_set = a.rule_set AND i.code = o.indicator
LEFT JOIN indicator_item AS t ON t.rule_set = a.rule_set AND t.indicator = o.indicator AND t.code = o.item
LEFT JOIN inspector AS s ON s.code = o.scorer
WHERE o.value <> '-'
  AND NOT EXISTS (
    SELECT 1
    FROM supersession AS x
    WHERE x.visit = o.visit AND x.indicator = o.indicator AND x.item = o.item AND x.scorer = o.scorer
      AND x.superseded = o.id);

-- The ranking: who takes part in an assessment, in the order of the list as printed · 排名.
-- A participant without a result has NULLs, is stale, and comes last.
CREATE VIEW district_ranking AS
SELECT
  p.assessment AS assessment,  -- the assessment · 考核年度
  r.rank AS rank,  -- rank; NULL where unranked · 名次
  p.district AS code,  -- code of the district · 代码
  d.name AS name,  -- its name · 市(县)区
  p.category AS category,  -- category that it is ranked in · 类别
  CAST(r.total AS REAL) AS total,  -- total as printed (points) · 总分
  r.base_micro / 1e6 AS base,  -- weighted sum of the phases (points) · 基础分
  r.bonus_micro / 1e6 AS bonus,  -- points added (points) · 加分
  r.penalty_micro / 1e6 AS penalty,  -- points subtracted (points) · 减分
  r.grade AS grade,  -- grade; NULL where there is none · 等次
  a.status AS status,  -- provisional, complete or published · 状态
  r.district IS NULL OR s.district IS NOT NULL AS stale  -- 1: facts changed since it was computed · 是否待重算
FROM participant AS p
JOIN district AS d ON d.code = p.district
LEFT JOIN district_result AS r ON r.assessment = p.assessment AND r.district = p.district
LEFT JOIN assessment_result AS a ON a.assessment = p.assessment
LEFT JOIN stale AS s ON s.assessment = p.assessment AND s.district = p.district
WHERE p.status = 'enrolled'
ORDER BY p.assessment, r.position IS NULL, r.position, p.district;
