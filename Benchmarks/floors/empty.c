/* A process that does nothing: the least that a cold start can be.
   SPDX-License-Identifier: MIT */

int main(void) {
    return 0;
}
