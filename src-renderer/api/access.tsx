/** Who is signed in at the till, for every screen: manners only, for the door decides. */
import { createContext, type ReactNode, useContext } from 'react';
import type { AccessState, TillPerson } from '../../src-shared/contract/accessContract.ts';
import type { Role } from '../../src-shared/domain/closedLists.ts';
import { useAnswer } from './procedures.ts';

/** Nobody signs in: also what tests and the first start stand in. */
const OPEN: AccessState = { isOn: false, signedIn: null, people: [], resetBy: 'recoveryKey' };
const AccessContext = createContext<AccessState>(OPEN);

export const useAccessState = () => useAnswer('access.state', {});

export function AccessProvider({ state, children }: { state: AccessState; children: ReactNode }) {
  return <AccessContext value={state}>{children}</AccessContext>;
}

export const useAccess = (): AccessState => useContext(AccessContext);

/** Null where nobody signs in. */
export const useSignedIn = (): TillPerson | null => useAccess().signedIn;

/** In a shop without PINs everybody is the owner. */
export const useRole = (): Role => useAccess().signedIn?.role ?? 'owner';
