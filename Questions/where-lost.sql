-- 各地在哪里、为什么丢分 · Where each district lost points, and why
-- :assessment · 考核年度，缺省为最近一年 · the assessment; the newest where none is given
-- :district · 市(县)区代码或名称，缺省为全部 · code or name of a district; all where none is given
-- 原因为计入的扣分，没有扣分的为失分对象的记录理由；按日期，最多十条。不适用的考核要点、加权的阶段使丢分合计不等于总分值减去基础分。
-- Why: the deductions that were counted; of leaves without any, the reasons recorded where points were lost; by date,
-- ten at most. Where leaves are taken out or phases are weighted, losses don't add up to all points less the base.
WITH
asked AS (
  SELECT coalesce(CAST(nullif(:assessment, '') AS TEXT), (SELECT assessment FROM newest_assessment)) AS assessment
),
deducted AS MATERIALIZED (
  SELECT
    district, leaf, date, subject_name,
    subject_name || '：' || coalesce(nullif(reason, ''), item_title, item) AS cause
  FROM deduction JOIN asked USING (assessment)
),
recorded AS (
  SELECT o.district, o.indicator AS leaf, o.date, o.subject_name, o.subject_name || '：' || o.reason AS cause
  FROM current_observation AS o JOIN asked USING (assessment)
  WHERE o.reason <> '' AND o.visit_status IN ('submitted', 'confirmed')
    AND (o.district, o.indicator) NOT IN (SELECT district, leaf FROM deducted)
    -- A subject that has all the points tells nothing of a loss.
    AND (o.district, o.indicator, o.subject) NOT IN (
      SELECT s.district, s.leaf, s.subject FROM site_score AS s JOIN asked USING (assessment) WHERE s.score >= s.points)
),
cause AS (
  SELECT district, leaf, cause, row_number() OVER (PARTITION BY district, leaf ORDER BY date, subject_name, cause) AS place
  FROM (
    SELECT district, leaf, cause, subject_name, min(date) AS date
    FROM (SELECT * FROM deducted UNION ALL SELECT * FROM recorded)
    GROUP BY district, leaf, cause, subject_name)
),
why AS (
  SELECT
    district, leaf, place,
    group_concat(iif(place > 10, '…', cause), '；') OVER (PARTITION BY district, leaf ORDER BY place) AS text,
    max(place) OVER (PARTITION BY district, leaf) AS last
  FROM cause
  WHERE place <= 11
)
SELECT
  s.assessment, s.district, s.district_name, s.leaf, s.title, s.points, s.score, s.lost, s.status, w.text AS why, s.stale
FROM leaf_score AS s JOIN asked USING (assessment)
LEFT JOIN why AS w ON w.district = s.district AND w.leaf = s.leaf AND w.place = w.last
WHERE s.lost > 0 AND coalesce(CAST(nullif(:district, '') AS TEXT), s.district) IN (s.district, s.district_name)
ORDER BY s.district, s.lost DESC, s.leaf;
