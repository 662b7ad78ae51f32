import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { filesOf, readDocument } from '../support/documents.ts';

// GitHub drops a form that it does not understand without a word.

interface Field {
  type: string;
  id?: string;
  attributes: { label?: string; options?: string[]; render?: string };
  validations?: { required: boolean };
}
interface Form {
  name: string;
  description: string;
  labels: string[];
  body: Field[];
}

const forms = filesOf('.github/ISSUE_TEMPLATE', '.yml').filter(
  (path) => !path.endsWith('config.yml'),
);

it('there are forms for bugs and for features, and no empty issues', () => {
  expect(forms).toEqual(['.github/ISSUE_TEMPLATE/bug.yml', '.github/ISSUE_TEMPLATE/feature.yml']);
  const config = parse(readDocument('.github/ISSUE_TEMPLATE/config.yml')) as object;
  expect(config).toMatchObject({ blank_issues_enabled: false });
});

describe.each(forms)('%s', (path) => {
  const form = parse(readDocument(path)) as Form;

  it('has what GitHub asks of a form', () => {
    expect(Object.keys(form)).toEqual(['name', 'description', 'labels', 'body']);
    expect(form.body.some(({ type }) => type !== 'markdown')).toBe(true);
    const ids = form.body.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, type, attributes } of form.body) {
      expect(id).toMatch(/^[a-z-]+$/);
      expect(['textarea', 'input', 'dropdown', 'checkboxes']).toContain(type);
      expect(attributes.label).toBeTruthy();
      expect((attributes.options ?? []).length > 1).toBe(type === 'dropdown');
    }
  });
});

it('a bug comes with its report, the version and the log', () => {
  const { body } = parse(readDocument('.github/ISSUE_TEMPLATE/bug.yml')) as Form;
  const required = body.filter(({ validations }) => validations?.required).map(({ id }) => id);
  expect(required).toEqual(expect.arrayContaining(['what', 'report', 'version', 'where']));
});
