/** The kiosk as the app's own window handles it. What the kiosk's page asks is answered by `kiosk/kioskDesk.ts`. */
import type { kioskDeskContract } from '../../../src-shared/contract/kioskDeskContract.ts';
import type { HandlersFor } from '../../../src-shared/contract/procedure.ts';
import { readKioskSettings, writeKioskSettings } from '../../services/kioskService.ts';
import type { AppServices } from './appServices.ts';
import { writingWith } from './writing.ts';

export const kioskHandlers = ({
  session,
  gate,
  nowMs,
  dataChanged,
  kiosk,
  kioskStart,
}: Pick<AppServices, 'session' | 'gate' | 'nowMs' | 'dataChanged' | 'kiosk' | 'kioskStart'>): HandlersFor<
  typeof kioskDeskContract
> => {
  const { done } = writingWith({ session, gate, dataChanged });
  return {
    'kiosk.state': () => kiosk().state,
    'kiosk.open': (link) => {
      kiosk().open(link);
      return { isOnlyScreen: kiosk().state.isOnlyScreen };
    },
    'kiosk.choices': () => ({
      ...readKioskSettings(session.shop.db),
      startsAsKiosk: kioskStart.startsAsKiosk,
    }),
    'kiosk.keepChoices': ({ startsAsKiosk, ...settings }) =>
      done((db) => {
        if (Object.keys(settings).length > 0)
          writeKioskSettings(db, { ...readKioskSettings(db), ...given(settings) }, nowMs());
        // After what can be refused: a file is not rolled back.
        if (startsAsKiosk !== undefined) kioskStart.keep(startsAsKiosk);
      }),
  };
};

/** Without what was not said. */
const given = <T extends object>(part: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as never;
