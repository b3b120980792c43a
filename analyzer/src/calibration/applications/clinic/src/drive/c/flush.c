/* LD_PRELOAD: a volume whose flush takes a millisecond more, as network storage has it. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stddef.h>
#include <time.h>
static void late(void) { struct timespec t = {0, 1000000}; nanosleep(&t, NULL); }
int fsync(int fd) { static int (*f)(int); if (!f) f = dlsym(RTLD_NEXT, "fsync"); late(); return f(fd); }
int fdatasync(int fd) { static int (*f)(int); if (!f) f = dlsym(RTLD_NEXT, "fdatasync"); late(); return f(fd); }
int msync(void *a, size_t n, int m) { static int (*f)(void *, size_t, int); if (!f) f = dlsym(RTLD_NEXT, "msync"); late(); return f(a, n, m); }
