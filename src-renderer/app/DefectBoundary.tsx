/** A defect in a screen must not leave an empty window: it says so, and offers to draw everything anew. */
import { Component, type ReactNode } from 'react';
import { Action } from '../ui/Action.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { Page } from '../ui/Page.tsx';
import { useWords } from '../ui/wordsContext.tsx';
import { reportDefect } from './reportDefect.ts';

export class DefectBoundary extends Component<{ children: ReactNode }, { caught: unknown }> {
  override state: { caught: unknown } = { caught: null };

  static getDerivedStateFromError(caught: unknown) {
    return { caught };
  }

  override componentDidCatch(caught: unknown) {
    reportDefect(caught);
  }

  override render() {
    return this.state.caught === null ? this.props.children : <Defect />;
  }
}

function Defect() {
  const words = useWords();
  return (
    <Page width="reading">
      <ErrorNote error={null}>
        <Action onClick={() => location.reload()}>{words.t('shell.reload')}</Action>
      </ErrorNote>
    </Page>
  );
}
