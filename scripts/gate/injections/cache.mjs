const file = 'cache/cache.go';
const fields = '	value        []byte\n';

/** @type {import('../injection.mjs').Injection[]} */
export const cache = [
  {
    id: 'cache-entry-5',
    kind: 'test +5 %',
    test: 'TestMiss',
    metric: 'allocBytes',
    guilty: 'example.com/shop/cache.(*Cache).insert',
    edits: [{ file, from: fields, to: `${fields}	hits, misses int\n` }],
  },
  {
    id: 'cache-entry-10',
    kind: 'test +10 %',
    test: 'TestMiss',
    metric: 'allocBytes',
    guilty: 'example.com/shop/cache.(*Cache).insert',
    edits: [{ file, from: fields, to: `${fields}	hits, misses, loads, size int\n` }],
  },
  {
    id: 'cache-get-clones',
    kind: 'test +50 %',
    test: 'TestHit',
    metric: 'allocBytes',
    guilty: 'example.com/shop/cache.(*Cache).Get',
    edits: [
      {
        file,
        from: '		return found.value\n',
        to: '		return append(make([]byte, 0, 2*len(found.value)), found.value...)\n',
      },
    ],
  },
  {
    id: 'cache-key-allocates',
    kind: 'hot function escapes',
    test: 'TestHit',
    metric: 'allocBytes',
    guilty: 'example.com/shop/cache.(*Cache).Get',
    edits: [
      {
        file,
        from: '	if found, ok := c.entries[string(key)]; ok {',
        to: `	name := string(key)
	c.asked = name
	if found, ok := c.entries[name]; ok {`,
      },
      { file, from: 'return c.insert(string(key))', to: 'return c.insert(name)' },
      { file, from: '	limit          int\n', to: '	limit          int\n	asked          string\n' },
    ],
  },
  {
    id: 'cache-keys-regrow',
    kind: 'everyday change',
    test: 'TestKeys',
    metric: 'allocBytes',
    guilty: 'example.com/shop/cache.(*Cache).Keys',
    edits: [
      {
        file,
        from: 'keys := make([]string, 0, len(c.entries))',
        to: 'var keys []string',
      },
    ],
  },
  {
    id: 'cache-leak',
    kind: 'leak of 2 MiB',
    test: 'TestMiss',
    metric: 'inuseBytes',
    guilty: 'example.com/shop/cache.(*Cache).insert',
    edits: [
      {
        file,
        from: 'func (c *Cache) evict() {',
        to: 'var loaded []*entry\n\nfunc (c *Cache) evict() {',
      },
      {
        file,
        from: '	c.entries[key] = added\n',
        to: `	c.entries[key] = added
	if len(loaded) < 32_000 {
		loaded = append(loaded, &entry{key: key})
	}
`,
      },
    ],
  },
];
