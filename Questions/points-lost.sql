-- 哪些考核要点丢分最多 · Which leaves lost the most points
-- :assessment · 考核年度，缺省为最近一年 · the assessment; the newest where none is given
-- 不适用的考核要点、加权的阶段使丢分合计不等于总分值减去基础分。
-- Where leaves are taken out or phases are weighted, the losses of a district don't add up to all points less its base.
WITH asked AS (
  SELECT coalesce(CAST(nullif(:assessment, '') AS TEXT), (SELECT assessment FROM newest_assessment)) AS assessment
)
SELECT
  assessment, leaf, title, section, section_title, points,
  round(sum(lost), 6) AS lost,
  round(avg(lost), 6) AS mean_lost,
  sum(lost > 0) AS districts_that_lost,
  count(lost) AS districts,
  max(stale) AS stale
FROM leaf_score JOIN asked USING (assessment)
GROUP BY assessment, leaf
HAVING sum(lost) > 0
ORDER BY sum(lost) DESC, leaf;
