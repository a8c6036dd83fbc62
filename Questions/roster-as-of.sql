-- 某一时刻的名册 · The roster as it stood at a moment
-- :at · 时刻（UTC），如 2023-03-01 或 2023-03-01 08:00，缺省为此刻 · the moment (UTC), e.g. 2023-03-01 or 2023-03-01 08:00; now where none is given
WITH asked AS (SELECT strftime('%Y-%m-%dT%H:%M:%fZ', coalesce(nullif(:at, ''), 'now')) AS moment)
SELECT
  h.table_name, h.record, h.content ->> '$.name' AS name, h.content ->> '$.district' AS district,
  h.content ->> '$.park' AS park, h.content ->> '$.level' AS level, h.content ->> '$.stage' AS stage,
  h.content ->> '$.category' AS category, h.content ->> '$.status' AS status,
  h.content ->> '$.inspection_group' AS inspection_group, h.valid_from, h.valid_until, h.changed_by
FROM asked JOIN record_history AS h ON h.table_name IN (
  'district', 'industrial_park', 'guidance_station', 'pilot_enterprise', 'inspection_group', 'inspector', 'participant')
WHERE h.valid_from <= asked.moment AND (h.valid_until IS NULL OR h.valid_until > asked.moment)
ORDER BY h.table_name, h.record;
