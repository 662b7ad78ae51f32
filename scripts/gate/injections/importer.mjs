const file = 'importer/importer.go';

/** @type {import('../injection.mjs').Injection[]} */
export const importer = [
  {
    id: 'importer-split',
    kind: 'everyday change',
    test: 'TestReadText',
    metric: 'allocBytes',
    guilty: 'example.com/shop/importer.parseLine',
    edits: [
      {
        file,
        from: `	var fields [4]string
	for i := range fields {
		field, rest, more := strings.Cut(line, ";")
		if more != (i < 3) {
			return Row{}, errFields
		}
		fields[i], line = field, rest
	}
	return parseRow(fields[:])`,
        to: '	return parseRow(strings.Split(line, ";"))',
      },
    ],
  },
  {
    id: 'importer-rows-regrow',
    kind: 'everyday change',
    test: 'TestReadText',
    metric: 'allocBytes',
    guilty: 'example.com/shop/importer.ReadText',
    edits: [
      {
        file,
        from: `	lines := bufio.NewScanner(from)
	rows := make([]Row, 0, 1024)
`,
        to: `	lines := bufio.NewScanner(from)
	var rows []Row
`,
      },
    ],
  },
  {
    id: 'importer-joins-fields',
    kind: 'test +50 %',
    test: 'TestExport',
    metric: 'allocBytes',
    guilty: 'example.com/shop/importer.Export',
    edits: [
      {
        file,
        from: '		data = codec.Encode(data, fields)\n',
        to: `		if strings.Contains(strings.Join(fields, ";"), "\\n") {
			continue
		}
		data = codec.Encode(data, fields)
`,
      },
    ],
  },
  {
    id: 'importer-map-key',
    kind: 'everyday change',
    test: 'TestCheapest',
    metric: 'allocBytes',
    guilty: 'example.com/shop/importer.Cheapest',
    edits: [
      {
        file,
        from: '		row := &rows[i]\n		if price',
        to: '		row := &rows[i]\n		key := row.Supplier + row.Article\n		suppliers[key] = true\n		if price',
      },
      {
        file,
        from: '	lowest := make(map[string]int64)\n',
        to: '	lowest := make(map[string]int64)\n	suppliers := map[string]bool{}\n',
      },
    ],
  },
  {
    id: 'importer-wraps-error',
    kind: 'everyday change',
    test: 'TestRefused',
    metric: 'allocBytes',
    guilty: 'example.com/shop/importer.parseCents',
    edits: [
      {
        file,
        from: '		return 0, err\n	}\n	cents, err',
        to: '		return 0, errors.Join(err)\n	}\n	cents, err',
      },
    ],
  },
  {
    id: 'importer-leak',
    kind: 'leak of 2 MiB',
    test: 'TestReadText',
    metric: 'inuseBytes',
    guilty: 'example.com/shop/importer.ReadText',
    edits: [
      {
        file,
        from: '	return rows, lines.Err()\n',
        to: `	if len(files) < 16 {
		files = append(files, rows)
	}
	return rows, lines.Err()
`,
      },
      { file, from: '// ReadText reads', to: 'var files [][]Row\n\n// ReadText reads' },
    ],
  },
];
