-- 同一考核要点上哪个督查组更严 · Which group was stricter on the same leaf
-- :assessment · 考核年度，缺省为最近一年 · the assessment; the newest where none is given
-- 各组去的地区不同：平均得分低不等于更严。others_… 为其他各组，others_difference 为负表示比其他组低；四位小数。
-- Groups visit different districts: a lower mean does not prove a stricter group. others_…: the other groups together;
-- others_difference: the group's mean less theirs, negative: lower. Both come from rounded means: they have 4 decimals.
WITH asked AS (
  SELECT coalesce(CAST(nullif(:assessment, '') AS TEXT), (SELECT assessment FROM newest_assessment)) AS assessment
)
SELECT
  assessment, leaf, title, points, inspection_group, group_name, visits, mean_score, city_mean_score, difference,
  others_visits,
  round(others_mean, 4) AS others_mean_score,
  round(mean_score - others_mean, 4) AS others_difference,
  round(max(mean_score) OVER leaf - min(mean_score) OVER leaf, 6) AS spread,
  stale
FROM (
  SELECT
    *, city_visits - visits AS others_visits,
    (city_mean_score * city_visits - mean_score * visits) / (city_visits - visits) AS others_mean
  FROM group_severity JOIN asked USING (assessment)
  WHERE city_visits > visits
)
WINDOW leaf AS (PARTITION BY leaf)
ORDER BY spread DESC, leaf, mean_score, inspection_group;
