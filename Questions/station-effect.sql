-- 所在园区有产改指导站的企业是否更好 · Are enterprises with a guidance station in their park better
-- :assessment · 考核年度，缺省为最近一年 · the assessment; the newest where none is given
-- 园区、指导站以今天的名册为准，往年也是；有差别不等于有作用。
-- Park and station are those of today's roster, in every year; a difference is no proof of an effect.
WITH asked AS (
  SELECT coalesce(CAST(nullif(:assessment, '') AS TEXT), (SELECT assessment FROM newest_assessment)) AS assessment
)
SELECT
  assessment,
  CASE
    WHEN park IS NULL THEN '不在园区 · in no park'
    WHEN guidance_station THEN '园区有站 · with a station'
    ELSE '园区无站 · without a station'
  END AS kind,
  count(*) AS enterprises,
  sum(visits > 0) AS visited,
  round(sum(score) / sum(points), 4) AS share_of_points,
  round(avg(share), 4) AS mean_share,
  round(min(share), 4) AS lowest,
  round(max(share), 4) AS highest,
  max(stale) AS stale
FROM enterprise_overview JOIN asked USING (assessment)
GROUP BY assessment, kind
ORDER BY mean_share DESC, kind;
