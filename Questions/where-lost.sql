-- 各地在哪里、为什么丢分 · Where each district lost points, and why
-- :assessment · 考核年度，缺省为最近一年 · the assessment; the newest where none is given
-- :district · 市(县)区代码或名称，缺省为全部 · code or name of a district; all where none is given
WITH asked AS (SELECT coalesce(nullif(:assessment, ''), assessment) AS assessment FROM newest_assessment)
SELECT
  s.district_name AS district, s.leaf, s.title, s.points, s.score, s.lost, s.status,
  (
    SELECT group_concat(d.subject_name || '：' || coalesce(nullif(d.reason, ''), d.item_title), '；')
    FROM deduction AS d
    WHERE d.assessment = s.assessment AND d.district = s.district AND d.leaf = s.leaf
  ) AS deductions
FROM leaf_score AS s JOIN asked USING (assessment)
WHERE s.lost > 0 AND coalesce(nullif(:district, ''), s.district) IN (s.district, s.district_name)
ORDER BY s.district, s.lost DESC, s.leaf;
