// What SQLite offers only as a function of variable arguments, which Swift can't call.
#include <sqlite3.h>

/// Whether the schema's triggers run on what a connection writes. Others' connections have their own say.
static inline int kaohe_run_triggers(sqlite3 *connection, int running) {
  return sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_TRIGGER, running, (int *)0);
}
