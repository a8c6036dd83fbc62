-- 某一时刻的名册 · The roster as it stood at a moment
-- :at · 时刻（UTC），如 2023-03-01 或 2023-03-01 08:00，缺省为此刻 · the moment (UTC), e.g. 2023-03-01 or 2023-03-01 08:00; now where none is given
-- 名册不分考核年度；只有参评地区（participant）有 assessment。
-- The roster is that of all assessments; only participants have an assessment of their own.
WITH
given AS (SELECT CAST(coalesce(nullif(:at, ''), strftime('%Y-%m-%d %H:%M:%f', 'now')) AS TEXT) AS at),
asked AS (
  -- Anything but a date would be read as a count of days.
  SELECT
    strftime('%Y-%m-%dT%H:%M:%fZ', iif(at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*', at, NULL)) AS moment
  FROM given
),
standing AS MATERIALIZED (
  SELECT h.table_name, h.record, h.content, h.valid_from, h.valid_until, h.changed_by
  FROM asked JOIN record_history AS h ON h.table_name IN (
    'district', 'industrial_park', 'guidance_station', 'pilot_enterprise', 'inspection_group', 'inspector', 'participant')
  WHERE h.valid_from <= asked.moment AND (h.valid_until IS NULL OR h.valid_until > asked.moment)
)
SELECT
  h.content ->> '$.assessment' AS assessment, h.table_name, h.record, h.content ->> '$.name' AS name,
  h.content ->> '$.district' AS district, d.content ->> '$.name' AS district_name, h.content ->> '$.park' AS park,
  h.content ->> '$.level' AS level, h.content ->> '$.stage' AS stage, h.content ->> '$.category' AS category,
  h.content ->> '$.status' AS status, h.content ->> '$.inspection_group' AS inspection_group, h.valid_from,
  h.valid_until, h.changed_by
FROM standing AS h
LEFT JOIN standing AS d ON d.table_name = 'district' AND d.record = h.content ->> '$.district'
ORDER BY h.table_name, h.record;
