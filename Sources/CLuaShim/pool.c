// Small blocks for Lua, which says how large each block is that it gives back: they need no header.
// SPDX-License-Identifier: MIT

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "machine.h"

// Small blocks come in sizes of so many bytes more than one another.
enum { STEP = 16 };

// The bytes that small blocks are cut from; what comes after them is left to malloc. They are part
// of the process's memory only once they are used.
enum { ARENA = 8 << 20 };

struct free_block {
  free_block *next;
};

// Under the sanitizers every block is malloc's, so that they see each.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define IS_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define IS_SANITIZED 1
#endif
#endif

static bool is_small(size_t size) {
#ifdef IS_SANITIZED
  (void)size;
  return false;
#else
  return size <= STEP * POOL_SIZES;
#endif
}

static size_t size_index(size_t size) { return (size - 1) / STEP; }

static bool is_pooled(const block_pool *pool, const void *block) {
  return pool->arena != NULL && (uintptr_t)block - (uintptr_t)pool->arena < ARENA;
}

// The next bytes of the arena; NULL when there are no more.
static void *cut(block_pool *pool, size_t size) {
  if (pool->arena == NULL) pool->arena = malloc(ARENA);
  size = (size_index(size) + 1) * STEP;
  if (pool->arena == NULL || size > ARENA - pool->used) return NULL;
  void *block = pool->arena + pool->used;
  pool->used += size;
  return block;
}

static void *take(block_pool *pool, size_t size) {
  if (!is_small(size)) return malloc(size);
  free_block **list = &pool->free[size_index(size)];
  free_block *block = *list;
  if (block != NULL) {
    *list = block->next;
    return block;
  }
  void *fresh = cut(pool, size);
  return fresh != NULL ? fresh : malloc(size);
}

static void give_back(block_pool *pool, void *block, size_t size) {
  if (block == NULL || !is_pooled(pool, block)) {
    free(block);
    return;
  }
  free_block **list = &pool->free[size_index(size)];
  free_block *given = block;
  given->next = *list;
  *list = given;
}

void *resize_block(block_pool *pool, void *block, size_t old_size, size_t new_size) {
  if (new_size == 0) {
    give_back(pool, block, old_size);
    return NULL;
  }
  if (block == NULL) return take(pool, new_size);
  bool is_pooled_now = is_pooled(pool, block);
  if (!is_pooled_now && !is_small(new_size)) return realloc(block, new_size);
  if (is_pooled_now && size_index(old_size) == size_index(new_size)) return block;
  void *other = take(pool, new_size);
  if (other == NULL) return NULL;
  memcpy(other, block, old_size < new_size ? old_size : new_size);
  give_back(pool, block, old_size);
  return other;
}

void close_pool(block_pool *pool) { free(pool->arena); }
