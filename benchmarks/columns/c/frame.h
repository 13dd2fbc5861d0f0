// What the C contenders share: the people as raw files (../files.ts), results that stay in memory, and a conversation over standard input.
// Orders, a line each: "run" determines everybody once, timed, and then sums up; "check" does so and answers with checksums. Answers are a line of JSON.
// Compiled with -DKEEP a program also keeps the eleven variables, which only "check" of that program shows.
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct {
  uint32_t rows, households;
  const int32_t *birth;    // year << 9 | month << 5 | day
  const int32_t *income;   // fen
  const int8_t *local;     // 0 or 1
  const uint32_t *of;      // the row's household
  const uint32_t *offsets; // household h is rows offsets[h] to offsets[h + 1] - 1
  int8_t *outcome;         // 1 eligible, 0 not
  int32_t *amount;         // fen; 0 where not eligible
} Shard;

enum { AGE, IS_MINOR, IS_ELDER, SIZE, MINORS, ELDERS, INCOME, LINE, IS_POOR, SUPPLEMENT, ALLOWANCE, VARIABLES };

#ifdef KEEP
static int32_t *kept[VARIABLES]; // of the shard at hand
#define keep(variable, row, value) (kept[variable][row] = (value))
#else
#define keep(variable, row, value) ((void)0)
#endif

enum { LAST_DAY = 2025 << 9 | 12 << 5 | 31, LINE_PER_PERSON = 180000, MOST = 60000 };
enum { FOR_MINOR = 30000, FOR_ELDER = 20000, MORE_FOR_MINOR = 12000, MORE_FOR_ELDER = 8050 };

// Fills the columns `outcome` and `amount`.
static void determine(const Shard *shard);

static void *taken(size_t bytes) {
  bytes = (bytes / 64 + 2) * 64; // 64 bytes more than asked for: blocked.c reads in eights.
  void *memory = aligned_alloc(64, bytes);
  if (memory == NULL) {
    fprintf(stderr, "No memory for %zu bytes\n", bytes);
    exit(1);
  }
  memset(memory, 0, bytes);
  return memory;
}

static FILE *opened(const char *folder, const char *name) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  FILE *file = fopen(path, "rb");
  if (file == NULL) {
    perror(path);
    exit(1);
  }
  return file;
}

static void *part(FILE *file, size_t bytes) {
  void *memory = taken(bytes);
  if (fread(memory, 1, bytes, file) != bytes) {
    fprintf(stderr, "A file of the people ends too soon\n");
    exit(1);
  }
  return memory;
}

static size_t load(const char *folder, Shard *shards, size_t most) {
  FILE *sizes = opened(folder, "shards.txt"), *birth = opened(folder, "birth.i32"), *income = opened(folder, "income.i32");
  FILE *local = opened(folder, "local.i8"), *of = opened(folder, "of.u32"), *offsets = opened(folder, "offsets.u32");
  size_t count = 0;
  for (uint32_t n, h; count < most && fscanf(sizes, "%" SCNu32 " %" SCNu32, &n, &h) == 2; count++)
    shards[count] = (Shard){n, h, part(birth, n * 4ul), part(income, n * 4ul), part(local, n), part(of, n * 4ul),
                            part(offsets, (h + 1) * 4ul), taken(n), taken(n * 4ul)};
  return count;
}

static void run(const Shard *shards, size_t count) {
  struct timespec from, to;
  clock_gettime(CLOCK_MONOTONIC, &from);
  for (size_t i = 0; i < count; i++) determine(&shards[i]);
  clock_gettime(CLOCK_MONOTONIC, &to);
  const double milliseconds = (to.tv_sec - from.tv_sec) * 1e3 + (to.tv_nsec - from.tv_nsec) / 1e6;
  uint64_t eligible = 0, amount = 0;
  for (size_t i = 0; i < count; i++)
    for (uint32_t row = 0; row < shards[i].rows; row++) {
      eligible += shards[i].outcome[row];
      amount += shards[i].amount[row];
    }
  printf("{\"milliseconds\":%.6f,\"eligible\":%" PRIu64 ",\"amountFen\":\"%" PRIu64 "\"}\n", milliseconds, eligible, amount);
}

static void check(const Shard *shards, size_t count) {
  static const char *const names[] = {"age",        "isMinor", "isElder",    "householdSize", "minors", "elders", "householdIncome",
                                      "incomeLine", "isPoor",  "supplement", "allowance",     "outcome", "amount"};
  int64_t sums[VARIABLES + 2] = {0};
  uint64_t place = 0;
  for (size_t i = 0; i < count; i++) {
    const Shard *s = &shards[i];
    determine(s);
    for (uint32_t row = 0; row < s->rows; row++, place++) {
      const int64_t weight = (int64_t)(place % 251) + 1;
#ifdef KEEP
      for (int v = 0; v < VARIABLES; v++) sums[v] += kept[v][row] * weight;
#endif
      sums[VARIABLES] += s->outcome[row] * weight;
      sums[VARIABLES + 1] += s->amount[row] * weight;
    }
  }
#ifdef KEEP
  const int first = 0;
#else
  const int first = VARIABLES;
#endif
  for (int v = first; v < VARIABLES + 2; v++)
    printf("%s\"%s\":\"%" PRId64 "\"", v == first ? "{" : ",", names[v], sums[v]);
  printf("}\n");
}

int main(int argc, char **argv) {
  enum { MOST_SHARDS = 4096 };
  static Shard shards[MOST_SHARDS];
  if (argc != 2) return 2;
  const size_t count = load(argv[1], shards, MOST_SHARDS);
#ifdef KEEP
  uint32_t most = 0;
  for (size_t i = 0; i < count; i++) most = shards[i].rows > most ? shards[i].rows : most;
  for (int v = 0; v < VARIABLES; v++) kept[v] = taken(most * 4ul);
#endif
  printf("{\"ready\":true}\n");
  fflush(stdout);
  char order[16];
  while (fgets(order, sizeof order, stdin) != NULL) {
    if (strncmp(order, "check", 5) == 0) check(shards, count);
    else run(shards, count);
    fflush(stdout);
  }
  return 0;
}
