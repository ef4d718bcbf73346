/**
 * Keys that work on one screen alone, for the shortcut sheet. Whoever gives a screen a key adds its row here;
 * test/unit/commands.test.ts looks through the screens for keys that are missing and for keys used twice.
 */
import type { MessageKey } from '../../../src-shared/words/words.ts';

export interface ScreenKey {
  /** The folder in `src-renderer/features`. */
  readonly feature: string;
  readonly title: MessageKey;
  readonly keys: string;
  readonly label: MessageKey;
}

export const SCREEN_KEYS: readonly ScreenKey[] = [
  { feature: 'desk', title: 'shell.desk', keys: 'Up', label: 'desk.choose' },
  { feature: 'desk', title: 'shell.desk', keys: 'Down', label: 'desk.choose' },
  { feature: 'desk', title: 'shell.desk', keys: 'Enter', label: 'desk.openVisit' },
  { feature: 'desk', title: 'shell.desk', keys: 'Mod+Enter', label: 'desk.recordVisit' },
  { feature: 'desk', title: 'shell.desk', keys: 'Mod+N', label: 'desk.addNew' },
  { feature: 'desk', title: 'shell.desk', keys: 'Mod+G', label: 'desk.walkIn' },
  { feature: 'desk', title: 'shell.desk', keys: 'Mod+Z', label: 'desk.undo' },
  { feature: 'desk', title: 'shell.desk', keys: 'Esc', label: 'desk.backToSearch' },
  { feature: 'customers', title: 'shell.customers', keys: 'Mod+N', label: 'customers.add' },
  { feature: 'customers', title: 'shell.customers', keys: 'Mod+A', label: 'menu.selectAll' },
  { feature: 'customers', title: 'shell.customers', keys: 'Mod+S', label: 'customers.save' },
  { feature: 'customers', title: 'shell.customers', keys: 'Esc', label: 'customers.back' },
  { feature: 'customers', title: 'shell.customers', keys: 'Mod+U', label: 'opinions.add' },
  { feature: 'customers', title: 'shell.customers', keys: 'Mod+J', label: 'kiosk.handOver' },
  { feature: 'customers', title: 'shell.customers', keys: 'Mod+Enter', label: 'customers.recordVisit' },
  { feature: 'customers', title: 'shell.customers', keys: 'Mod+T', label: 'followUp.next' },
  { feature: 'duplicates', title: 'duplicates.title', keys: 'Up', label: 'desk.choose' },
  { feature: 'duplicates', title: 'duplicates.title', keys: 'Down', label: 'desk.choose' },
  { feature: 'duplicates', title: 'duplicates.title', keys: 'Enter', label: 'duplicates.compare' },
  { feature: 'duplicates', title: 'duplicates.title', keys: 'Mod+D', label: 'duplicates.apart' },
  { feature: 'duplicates', title: 'duplicates.title', keys: 'Mod+E', label: 'duplicates.swap' },
  { feature: 'duplicates', title: 'duplicates.title', keys: 'Mod+Enter', label: 'duplicates.merge' },
  { feature: 'followUp', title: 'cases.title', keys: 'Mod+N', label: 'cases.add' },
  { feature: 'desk', title: 'shell.desk', keys: 'Mod+I', label: 'visits.addLine' },
  { feature: 'desk', title: 'shell.desk', keys: 'Mod+E', label: 'visits.details' },
  { feature: 'desk', title: 'shell.desk', keys: 'Mod+6', label: 'benefits.pay.with' },
  { feature: 'desk', title: 'shell.desk', keys: 'Mod+U', label: 'desk.takeOpinion' },
  { feature: 'desk', title: 'shell.desk', keys: 'Mod+J', label: 'kiosk.handOver' },
  { feature: 'desk', title: 'shell.desk', keys: 'Mod+D', label: 'desk.finish' },
  { feature: 'desk', title: 'shell.desk', keys: 'Mod+R', label: 'desk.asLastTime' },
  { feature: 'desk', title: 'shell.desk', keys: 'Mod+T', label: 'desk.next.appointment' },
  { feature: 'desk', title: 'shell.desk', keys: 'Mod+P', label: 'desk.next.promise' },
  { feature: 'desk', title: 'shell.desk', keys: 'Mod+B', label: 'desk.next.gesture' },
  { feature: 'desk', title: 'shell.desk', keys: 'Mod+.', label: 'person.openCard' },
  { feature: 'desk', title: 'shell.desk', keys: 'Mod+Y', label: 'followUp.next' },
  { feature: 'visits', title: 'visits.lines', keys: 'Mod+E', label: 'visits.edit' },
  { feature: 'visits', title: 'visits.lines', keys: 'Mod+R', label: 'visits.doRefund' },
  { feature: 'visits', title: 'visits.lines', keys: 'Mod+I', label: 'visits.addLine' },
  { feature: 'visits', title: 'visits.lines', keys: 'Mod+P', label: 'visits.customer' },
  { feature: 'visits', title: 'visits.lines', keys: 'Mod+6', label: 'benefits.pay.with' },
  { feature: 'visits', title: 'visits.lines', keys: 'Mod+Enter', label: 'visits.save' },
  { feature: 'opinions', title: 'opinions.title', keys: 'Mod+U', label: 'opinions.add' },
  { feature: 'importing', title: 'shell.import', keys: 'Mod+Enter', label: 'import.start' },
];
