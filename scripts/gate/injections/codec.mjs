const file = 'codec/codec.go';

/** @type {import('../injection.mjs').Injection[]} */
export const codec = [
  {
    id: 'codec-fields-anew',
    kind: 'growth in a dependency',
    test: 'TestReadRecords',
    metric: 'allocBytes',
    guilty: 'example.com/codec.(*Decoder).Next',
    edits: [
      { file, from: '	d.fields = d.fields[:0]\n', to: '	d.fields = make([]string, 0, count)\n' },
    ],
  },
  {
    id: 'codec-copies-twice',
    kind: 'growth in a dependency',
    test: 'TestReadRecords',
    metric: 'allocBytes',
    guilty: 'example.com/codec.(*Decoder).field',
    edits: [
      {
        file,
        from: '	text := string(d.rest[:size])\n',
        to: `	d.last = append([]byte(nil), d.rest[:size]...)
	text := string(d.last)
`,
      },
      { file, from: '	fields []string\n', to: '	fields []string\n	last   []byte\n' },
    ],
  },
  {
    id: 'codec-encodes-apart',
    kind: 'growth in a dependency',
    test: 'TestExport',
    metric: 'allocBytes',
    guilty: 'example.com/codec.encoded',
    edits: [
      {
        file,
        from: `		to = binary.AppendUvarint(to, uint64(len(field)))
		to = append(to, field...)
`,
        to: '		to = append(to, encoded(field)...)\n',
      },
      {
        file,
        from: '// A Decoder reads',
        to: `//go:noinline
func encoded(field string) []byte {
	bytes := make([]byte, 0, binary.MaxVarintLen64+len(field))
	return append(binary.AppendUvarint(bytes, uint64(len(field))), field...)
}

// A Decoder reads`,
      },
    ],
  },
  {
    id: 'codec-leak',
    kind: 'growth in a dependency',
    test: 'TestReadRecords',
    metric: 'inuseBytes',
    guilty: 'example.com/codec.NewDecoder',
    edits: [
      {
        file,
        from: '	return &Decoder{rest: records}\n',
        to: `	decoded = append(decoded, append([]byte(nil), records...))
	return &Decoder{rest: records}
`,
      },
      { file, from: '// NewDecoder returns', to: 'var decoded [][]byte\n\n// NewDecoder returns' },
    ],
  },
];
