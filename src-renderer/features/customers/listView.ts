/** How the table of customers is looked at. Kept while the window lives, so that Esc on a card leads back to the same place. */
import type { ConsentChannel, ConsentPurpose, ListOrder } from '../../../src-shared/domain/closedLists.ts';
import type { Received } from '../../api/procedures.ts';
import { personOfDrafts } from '../../ui/drafts.ts';

/** As the door takes it, whole: so that two views are the same where their texts are. */
export type ListQuery = Received<'savedFilter.list'>['filters'][number]['list'];

export interface ListView {
  readonly text: string;
  readonly who: 'everybody' | 'neverCame' | 'trash';
  readonly tagId: number | null;
  readonly source: string | null;
  readonly consent: { readonly channel: ConsentChannel; readonly purpose: ConsentPurpose } | null;
  /** ISO days. */
  readonly lastFrom: string | null;
  readonly lastTo: string | null;
  /** 1 to 12. */
  readonly birthdayMonth: number | null;
  readonly order: ListOrder;
  readonly isDescending: boolean;
}

export const EVERYBODY: ListView = {
  text: '',
  who: 'everybody',
  tagId: null,
  source: null,
  consent: null,
  lastFrom: null,
  lastTo: null,
  birthdayMonth: null,
  order: 'lastVisit',
  isDescending: true,
};

export const queryOf = ({ who, ...view }: ListView): ListQuery => ({
  ...view,
  neverCame: who === 'neverCame',
  inTrash: who === 'trash',
});

export const viewOf = ({ neverCame, inTrash, ...list }: ListQuery): ListView => ({
  ...list,
  who: inTrash ? 'trash' : neverCame ? 'neverCame' : 'everybody',
});

const narrowing = ({
  text,
  who,
  tagId,
  source,
  consent,
  lastFrom,
  lastTo,
  birthdayMonth,
}: ListView): string => JSON.stringify([text, who, tagId, source, consent, lastFrom, lastTo, birthdayMonth]);

/** Whether both show the same people, in whatever order. */
export const isSamePeople = (a: ListView, b: ListView): boolean => narrowing(a) === narrowing(b);

/** Of each person at the till: an order that one may see another may not. */
const remembered = new Map<number | null, ListView>();
export const rememberedView = (): ListView => remembered.get(personOfDrafts()) ?? EVERYBODY;
export const rememberView = (view: ListView): void => {
  remembered.set(personOfDrafts(), view);
};
