// One icon for each entity type, as a path in a 24 × 24 box, filled by the even-odd rule: the wall and the panels share it.
import type { EntityType } from '../../graph/model.ts';

export const icons: Readonly<Record<EntityType, string>> = {
  Person:
    'M12 11.6a4.1 4.1 0 1 0 0-8.2 4.1 4.1 0 0 0 0 8.2Zm0 2c-4.5 0-7.8 2.5-7.8 5.6 0 .8.6 1.4 1.4 1.4h12.8c.8 0 1.4-.6 1.4-1.4 0-3.1-3.3-5.6-7.8-5.6Z',
  Organization:
    'M5 20.5V5.2L13 3v6.2l6 1.8v9.5H5Zm2.6-12v2h2.6v-2H7.6Zm0 4v2h2.6v-2H7.6Zm7.4 1.2v1.8h2v-1.8h-2Z',
  Place:
    'M12 2.6a6.9 6.9 0 0 0-6.9 6.9c0 4.7 5.3 10.5 6.3 11.5.3.3.9.3 1.2 0 1-1 6.3-6.8 6.3-11.5A6.9 6.9 0 0 0 12 2.6Zm0 9.6a2.7 2.7 0 1 1 0-5.4 2.7 2.7 0 0 1 0 5.4Z',
  Event:
    'M13.8 2.5 5.3 13.3c-.3.4 0 .9.4.9h4.9l-1.4 7.1c-.1.5.5.8.9.4l8.6-11c.3-.4 0-.9-.4-.9h-4.8l1.2-6.9c.1-.5-.5-.8-.9-.4Z',
  Topic: 'M5 5h14v2.7H5V5Zm0 5.650h14v2.7H5v-2.7Zm0 5.650h8.6V19H5v-2.7Z',
};
