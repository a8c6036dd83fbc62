// Preloaded into the program (LD_PRELOAD): makes the disk, the power or the clock fail at an exact place.
//
//   FAULT_COUNT=FILE  writes into FILE how many calls changed a file
//   FAULT_KILL=N      kills the process with SIGKILL at the Nth such call, in the middle of it where it writes
//   FAULT_FULL=N      from the Nth such call on there is no room left (ENOSPC)
//   FAULT_CLOCK=S     the clock is S seconds off
//
// Only calls on ordinary files count; what is written to the memory of the log's index is no call.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static long calls;

static long setting(const char *name) {
  const char *text = getenv(name);
  return text ? atol(text) : 0;
}

static int is_due(const char *name) {
  long at = setting(name);
  return at > 0 && calls >= at;
}

static int counts(int file) {
  struct stat status;
  if (fstat(file, &status) != 0 || !S_ISREG(status.st_mode)) return 0;
  calls++;
  return 1;
}

static void die(void) { kill(getpid(), SIGKILL); }

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

#define WRITING(name, parameters, half, whole)           \
  ssize_t name parameters {                              \
    if (counts(file)) {                                  \
      if (is_due("FAULT_KILL")) { NEXT(name) half; die(); } \
      if (is_due("FAULT_FULL")) { errno = ENOSPC; return -1; } \
    }                                                    \
    return NEXT(name) whole;                             \
  }

WRITING(write, (int file, const void *bytes, size_t size), (file, bytes, size / 2), (file, bytes, size))
WRITING(pwrite, (int file, const void *bytes, size_t size, off_t at), (file, bytes, size / 2, at), (file, bytes, size, at))
WRITING(pwrite64, (int file, const void *bytes, size_t size, off64_t at), (file, bytes, size / 2, at), (file, bytes, size, at))

#define CHANGING(name, parameters, arguments)            \
  int name parameters {                                  \
    if (counts(file) && is_due("FAULT_KILL")) die();     \
    return NEXT(name) arguments;                         \
  }

CHANGING(fsync, (int file), (file))
CHANGING(fdatasync, (int file), (file))
CHANGING(ftruncate, (int file, off_t size), (file, size))
CHANGING(ftruncate64, (int file, off64_t size), (file, size))

#define NAMING(name, parameters, arguments)              \
  int name parameters {                                  \
    calls++;                                             \
    if (is_due("FAULT_KILL")) die();                     \
    return NEXT(name) arguments;                         \
  }

NAMING(unlink, (const char *path), (path))
NAMING(rename, (const char *from, const char *to), (from, to))

int clock_gettime(clockid_t clock, struct timespec *now) {
  int result = NEXT(clock_gettime)(clock, now);
  if (clock == CLOCK_REALTIME) now->tv_sec += setting("FAULT_CLOCK");
  return result;
}

int gettimeofday(struct timeval *now, void *zone) {
  int result = NEXT(gettimeofday)(now, zone);
  now->tv_sec += setting("FAULT_CLOCK");
  return result;
}

__attribute__((destructor)) static void tell(void) {
  const char *path = getenv("FAULT_COUNT");
  if (!path) return;
  FILE *file = fopen(path, "w");
  if (!file) return;
  fprintf(file, "%ld\n", calls);
  fclose(file);
}
