/* Days as numbers such as 20240229: they compare as days do.
   SPDX-License-Identifier: MIT */

#ifndef DAYS_H
#define DAYS_H

#include "text.h"

typedef int Day;

/* The day written as 2024-02-29. */
Day day_of(Text text);

Day next_day(Day day);
Day previous_day(Day day);

/* The same day some years on; 29 February becomes the 28th where the year has none. */
Day years_later(Day day, int years);

/* Writes the day as 2024-02-29. */
void put_day(Buffer *buffer, Day day);

#endif
