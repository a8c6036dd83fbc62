-- 某一时刻的有效记录 · The observations as they stood at a moment
-- :at · 时刻（UTC），如 2023-03-01 或 2023-03-01 08:00，缺省为此刻 · the moment (UTC), e.g. 2023-03-01 or 2023-03-01 08:00; now where none is given
-- :assessment · 考核年度，缺省为最近一年 · the assessment; the newest where none is given
WITH
given AS (SELECT CAST(coalesce(nullif(:at, ''), strftime('%Y-%m-%d %H:%M:%f', 'now')) AS TEXT) AS at),
asked AS (
  SELECT
    -- Anything but a date would be read as a count of days.
    strftime('%Y-%m-%dT%H:%M:%fZ', iif(at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*', at, NULL)) AS moment,
    coalesce(CAST(nullif(:assessment, '') AS TEXT), (SELECT assessment FROM newest_assessment)) AS assessment
  FROM given
)
SELECT
  h.assessment, h.district, d.name AS district_name, h.visit, h.date, h.indicator AS leaf, h.indicator_title AS title,
  h.item, h.scorer, h.value, h.reason, h.recorded_by, h.valid_from, h.valid_until, h.ended_by, h.end_reason
FROM asked
JOIN observation_history AS h ON h.assessment = asked.assessment
LEFT JOIN district AS d ON d.code = h.district
WHERE h.valid_from <= asked.moment AND (h.valid_until IS NULL OR h.valid_until > asked.moment) AND NOT h.withdrawn
ORDER BY h.district, h.date, h.visit, h.indicator, h.item, h.scorer, h.id;
