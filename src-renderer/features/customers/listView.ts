/** How the table of customers is looked at. Kept while the window lives, so that Esc on a card leads back to the same place. */
import type { ListOrder } from '../../../src-shared/domain/closedLists.ts';

export interface ListView {
  readonly text: string;
  readonly who: 'everybody' | 'neverCame' | 'trash';
  readonly tagId: number | null;
  readonly source: string | null;
  readonly order: ListOrder;
  readonly isDescending: boolean;
}

export const EVERYBODY: ListView = {
  text: '',
  who: 'everybody',
  tagId: null,
  source: null,
  order: 'lastVisit',
  isDescending: true,
};

let remembered = EVERYBODY;
export const rememberedView = (): ListView => remembered;
export const rememberView = (view: ListView): void => {
  remembered = view;
};
