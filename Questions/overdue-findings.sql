-- 哪些问题逾期未整改 · Which findings are overdue
-- :assessment · 考核年度，缺省为全部 · the assessment; all where none is given
SELECT
  assessment, district, district_name, subject, subject_name, code, indicator, indicator_title, text, requirement,
  responsible, due, days_overdue
FROM finding_status
WHERE overdue AND (nullif(:assessment, '') IS NULL OR assessment = CAST(:assessment AS TEXT))
ORDER BY days_overdue DESC, code;
