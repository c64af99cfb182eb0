/* Days as numbers such as 20240229: they compare as days do.
   SPDX-License-Identifier: MIT */

#include "days.h"

static int days_in(int year, int month) {
    static const int LENGTHS[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : LENGTHS[month - 1];
}

static Day day_from(int year, int month, int day) {
    return year * 10000 + month * 100 + day;
}

static int two_digits(const char *digits) {
    return (digits[0] - '0') * 10 + digits[1] - '0';
}

Day day_of(Text text) {
    if (text.length < 10)
        return 0;
    const char *bytes = text.bytes;
    int year = two_digits(bytes) * 100 + two_digits(bytes + 2);
    return day_from(year, two_digits(bytes + 5), two_digits(bytes + 8));
}

Day next_day(Day day) {
    int year = day / 10000, month = day / 100 % 100;
    if (day % 100 < days_in(year, month))
        return day + 1;
    return month < 12 ? day_from(year, month + 1, 1) : day_from(year + 1, 1, 1);
}

Day previous_day(Day day) {
    int year = day / 10000, month = day / 100 % 100;
    if (day % 100 > 1)
        return day - 1;
    return month > 1 ? day_from(year, month - 1, days_in(year, month - 1))
                     : day_from(year - 1, 12, 31);
}

Day years_later(Day day, int years) {
    int year = day / 10000 + years, month = day / 100 % 100, last = days_in(year, month);
    return day_from(year, month, day % 100 < last ? day % 100 : last);
}

void put_day(Buffer *buffer, Day day) {
    char text[10];
    for (int i = 9; i >= 0; i--) {
        if (i == 4 || i == 7) {
            text[i] = '-';
        } else {
            text[i] = (char)('0' + day % 10);
            day /= 10;
        }
    }
    put(buffer, (Text){text, sizeof text});
}
