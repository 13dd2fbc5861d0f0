// As one would write it: for each person a loop over the household's people.
#include "frame.h"

static void determine(const Shard *s) {
  for (uint32_t row = 0; row < s->rows; row++) {
    const int32_t age = (LAST_DAY - s->birth[row]) >> 9;
    const int is_minor = age < 18, is_elder = age >= 60;
    const uint32_t from = s->offsets[s->of[row]], to = s->offsets[s->of[row] + 1];
    int32_t minors = 0, elders = 0, income = 0;
    for (uint32_t member = from; member < to; member++) {
      const int32_t age_of_member = (LAST_DAY - s->birth[member]) >> 9;
      if (age_of_member < 18) minors++;
      if (age_of_member >= 60) elders++;
      income += s->income[member];
    }
    const int32_t size = to - from, line = LINE_PER_PERSON * size;
    const int is_poor = income <= line;
    const int32_t supplement = MORE_FOR_MINOR * minors + MORE_FOR_ELDER * elders;
    const int32_t allowance = is_minor ? FOR_MINOR : is_elder ? FOR_ELDER : 0;
    const int eligible = s->local[row] && is_poor && (is_minor || is_elder);
    const int32_t amount = allowance + supplement < MOST ? allowance + supplement : MOST;
    s->outcome[row] = eligible;
    s->amount[row] = eligible ? amount : 0;
    keep(AGE, row, age);
    keep(IS_MINOR, row, is_minor);
    keep(IS_ELDER, row, is_elder);
    keep(SIZE, row, size);
    keep(MINORS, row, minors);
    keep(ELDERS, row, elders);
    keep(INCOME, row, income);
    keep(LINE, row, line);
    keep(IS_POOR, row, is_poor);
    keep(SUPPLEMENT, row, supplement);
    keep(ALLOWANCE, row, allowance);
  }
}
