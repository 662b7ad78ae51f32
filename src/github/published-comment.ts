export interface PublishedComment {
  url: string;
  what: 'created' | 'updated' | 'unchanged';
}
