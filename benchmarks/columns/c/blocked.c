// The fast way: blocks of whole households that stay in the nearest caches; no branch on data; a household's sums as differences of running
// sums. As a good programmer leaves it to the compiler, or, with -DVECTORS, with eight lanes written out: running sums by shifting and adding,
// and each household's result spread over its rows by one store of eight lanes (the next household writes over what is too much).
#include "frame.h"

enum { BLOCK = 4096, LANES = 8 };

// Both counts in one running sum, minors below and elders in the upper half: a block's rows are too few to run over.
static uint32_t counts[BLOCK + 1 + LANES], incomes[BLOCK + 1 + LANES];
static int32_t allowances[BLOCK + LANES];
static int32_t supplements[BLOCK + LANES]; // -1 where the household isn't poor; one for each household, with -DVECTORS for each row

#ifdef VECTORS
typedef int32_t lanes __attribute__((vector_size(4 * LANES)));
typedef uint32_t places __attribute__((vector_size(4 * LANES)));

static inline places running(places x) {
  const places none = {0};
  x += __builtin_shuffle(none, x, (places){0, 8, 9, 10, 4, 12, 13, 14});
  x += __builtin_shuffle(none, x, (places){0, 1, 8, 9, 4, 5, 12, 13});
  return x + __builtin_shuffle(none, x, (places){0, 0, 0, 0, 11, 11, 11, 11});
}

static inline places last_of(places x) { return __builtin_shuffle(x, (places){7, 7, 7, 7, 7, 7, 7, 7}); }

// Eight rows from i on; the shard's columns end with at least as many more (frame.h).
static inline void eight_rows(const Shard *s, uint32_t first, uint32_t i, places *both, places *sum) {
  lanes birth;
  places income;
  memcpy(&birth, s->birth + first + i, sizeof birth);
  memcpy(&income, s->income + first + i, sizeof income);
  const lanes age = (LAST_DAY - birth) >> 9, is_minor = age < 18, is_elder = age >= 60;
  const lanes allowance = is_minor & FOR_MINOR | is_elder & FOR_ELDER;
  memcpy(allowances + i, &allowance, sizeof allowance);
  const places count = running((places)(is_minor & 1 | is_elder & 1 << 16)) + *both, total = running(income) + *sum;
  memcpy(counts + i + 1, &count, sizeof count);
  memcpy(incomes + i + 1, &total, sizeof total);
  *both = last_of(count);
  *sum = last_of(total);
#ifdef KEEP
  for (uint32_t k = 0; k < LANES && first + i + k < s->rows; k++) {
    keep(AGE, first + i + k, age[k]);
    keep(IS_MINOR, first + i + k, -is_minor[k]);
    keep(IS_ELDER, first + i + k, -is_elder[k]);
    keep(ALLOWANCE, first + i + k, allowance[k]);
  }
#endif
}

static void rows_before(const Shard *s, uint32_t first, uint32_t n) {
  places both = {0}, sum = {0};
  for (uint32_t i = 0; i < n; i += LANES) eight_rows(s, first, i, &both, &sum);
}

static inline void show(uint32_t household, uint32_t from, uint32_t to, int32_t supplement) {
  const lanes all = supplement + (lanes){0};
  for (uint32_t row = from; row < to; row += LANES) memcpy(supplements + row, &all, sizeof all);
}
#define supplement_of(row, household) supplements[row]

#else
static void rows_before(const Shard *s, uint32_t first, uint32_t n) {
  const int32_t *restrict birth = s->birth + first, *restrict income = s->income + first;
  uint32_t both = 0, sum = 0;
  for (uint32_t i = 0; i < n; i++) {
    const int32_t age = (LAST_DAY - birth[i]) >> 9;
    const int32_t is_minor = age < 18, is_elder = age >= 60;
    allowances[i] = -is_minor & FOR_MINOR | -is_elder & FOR_ELDER;
    counts[i + 1] = is_minor | is_elder << 16;
    keep(AGE, first + i, age);
    keep(IS_MINOR, first + i, is_minor);
    keep(IS_ELDER, first + i, is_elder);
    keep(ALLOWANCE, first + i, allowances[i]);
  }
  for (uint32_t i = 0; i < n; i++) {
    counts[i + 1] = both += counts[i + 1];
    incomes[i + 1] = sum += (uint32_t)income[i];
  }
}

static inline void show(uint32_t household, uint32_t from, uint32_t to, int32_t supplement) { supplements[household] = supplement; }
#define supplement_of(row, household) supplements[household]
#endif

static void households(const Shard *s, uint32_t from, uint32_t to) {
  const uint32_t *restrict offsets = s->offsets;
  const uint32_t first = offsets[from];
  for (uint32_t h = from; h < to; h++) {
    const uint32_t a = offsets[h] - first, b = offsets[h + 1] - first;
    const uint32_t both = counts[b] - counts[a];
    const int32_t income = incomes[b] - incomes[a], size = b - a;
    const int32_t supplement = MORE_FOR_MINOR * (both & 0xffff) + MORE_FOR_ELDER * (both >> 16);
    const int32_t line = LINE_PER_PERSON * size;
    // Not `income <= line ? … : -1`: the compiler makes a branch of it, which nobody can foresee.
    show(h - from, a, b, supplement | -(income > line));
#ifdef KEEP
    for (uint32_t row = first + a; row < first + b; row++) {
      keep(SIZE, row, size);
      keep(MINORS, row, both & 0xffff);
      keep(ELDERS, row, both >> 16);
      keep(INCOME, row, income);
      keep(LINE, row, line);
      keep(IS_POOR, row, income <= line);
      keep(SUPPLEMENT, row, supplement);
    }
#endif
  }
}

static void rows_after(const Shard *s, uint32_t from, uint32_t first, uint32_t n) {
  const uint32_t *restrict of = s->of + first;
  (void)of; // With -DVECTORS nobody asks for it.
  const int8_t *restrict local = s->local + first;
  int8_t *restrict outcome = s->outcome + first;
  int32_t *restrict amount = s->amount + first;
  for (uint32_t i = 0; i < n; i++) {
    const int32_t supplement = supplement_of(i, of[i] - from);
    const int32_t yes = -((supplement >= 0) & (allowances[i] > 0) & local[i]);
    const int32_t sum = allowances[i] + supplement;
    amount[i] = (sum < MOST ? sum : MOST) & yes;
    outcome[i] = -yes;
  }
}

// The household after the last that ends within a block of rows from here.
static uint32_t block_end(const Shard *s, uint32_t from) {
  const uint32_t limit = s->offsets[from] + BLOCK;
  return limit >= s->rows ? s->households : s->of[limit];
}

static void determine(const Shard *s) {
  for (uint32_t from = 0; from < s->households;) {
    const uint32_t to = block_end(s, from);
    if (to == from) {
      fprintf(stderr, "A household has more than %d people\n", BLOCK);
      exit(1);
    }
    const uint32_t first = s->offsets[from], n = s->offsets[to] - first;
    rows_before(s, first, n);
    households(s, from, to);
    rows_after(s, from, first, n);
    from = to;
  }
}
