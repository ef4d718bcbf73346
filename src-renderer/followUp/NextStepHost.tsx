/** Lets whatever is inside ask for the next step with somebody; the dialog itself lies beside it, outside of any form. */
import { createContext, type ReactNode, useContext, useState } from 'react';
import { type Asked, NextStepDialog } from './NextStepDialog.tsx';

const AskContext = createContext<((asked: Asked) => void) | null>(null);

/** Opens the dialog. Stable: safe in the dependencies of an effect. */
export const useNextStep = (): ((asked: Asked) => void) => {
  const ask = useContext(AskContext);
  if (!ask) throw new Error('useNextStep is for screens inside NextStepHost');
  return ask;
};

export function NextStepHost({ children }: { children: ReactNode }) {
  const [asked, setAsked] = useState<Asked | null>(null);
  return (
    <AskContext value={setAsked}>
      {children}
      {asked === null ? null : (
        <NextStepDialog asked={asked} onAsk={setAsked} onClose={() => setAsked(null)} />
      )}
    </AskContext>
  );
}
