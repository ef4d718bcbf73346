/**
 * What the charts mean beyond their looks: the grid for keyboard and ear, what is unknown, where labels go.
 * Browsers make grid cells of a grid's td; the test library knows them as cells.
 */
import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { CohortHeatmap, type HeatCell } from '../../src-renderer/charts/CohortHeatmap.tsx';
import { IntervalBar } from '../../src-renderer/charts/IntervalBar.tsx';
import { ReturnCurveChart } from '../../src-renderer/charts/ReturnCurveChart.tsx';
import { roomForReason } from '../../src-renderer/charts/roomForReason.ts';
import { axisOf, ShareLineChart } from '../../src-renderer/charts/ShareLineChart.tsx';
import { spreadLabels } from '../../src-renderer/charts/spreadLabels.ts';
import { drawnPoints } from '../../src-renderer/charts/stepCurve.ts';
import { returnEstimate } from '../../src-renderer/figures/returnEstimate.ts';

beforeEach(cleanup);

const known = (text: string, level: number, isStillRising = false): HeatCell => ({
  text,
  level,
  isStillRising,
  lines: [`cell ${text}`, `${text} of 100`, 'interval'],
});
const unknown: HeatCell = { text: '', level: null, isStillRising: false, lines: ['cell', 'not known yet'] };

const drawHeatmap = () =>
  render(
    <CohortHeatmap
      label="Cohorts"
      rows={[
        {
          key: 'a',
          name: 'Jan 2026',
          nameLabel: 'January 2026',
          size: '44',
          sizeLabel: '44 new',
          cells: [known('61', 10), known('57', 9, true)],
        },
        {
          key: 'b',
          name: 'Feb',
          nameLabel: 'February 2026',
          size: '12*',
          sizeLabel: '12 new, few data',
          cells: [known('49', 8), unknown],
        },
      ]}
      columns={[
        { name: '1', label: 'month 1' },
        { name: '2', label: 'month 2' },
      ]}
      columnsTitle="months since"
      rowsTitle="Cohort"
      sizeTitle="new"
      unknown={{ title: 'Not known yet', reason: 'still running' }}
      cellWidth={46}
      nameWidth={84}
      sizeWidth={66}
    />,
  );

describe('the heatmap', () => {
  it('is a grid whose every cell says the whole of itself', () => {
    drawHeatmap();
    expect(screen.getByRole('grid', { name: 'Cohorts' })).toBeTruthy();
    expect(screen.getAllByRole('row')).toHaveLength(3);
    expect(screen.getByRole('rowheader', { name: 'February 2026' })).toBeTruthy();
    expect(screen.getByRole('cell', { name: 'cell 57, 57 of 100, interval' }).textContent).toBe('57');
    expect(screen.getByRole('cell', { name: '12 new, few data' }).textContent).toBe('12*');
  });

  it('leaves what is unknown empty over the hatching, and says so', () => {
    const { container } = drawHeatmap();
    const cell = screen.getByRole('cell', { name: 'cell, not known yet' });
    expect(cell.textContent).toBe('');
    expect(cell.className).not.toBe(
      screen.getByRole('cell', { name: 'cell 49, 49 of 100, interval' }).className,
    );
    // Lines, not an SVG pattern: a pattern would reach a PDF as a picture.
    expect(container.querySelectorAll('pattern')).toHaveLength(0);
    expect(container.querySelector('path[clip-path]')?.getAttribute('d')).toMatch(/^M7 0l/);
  });

  it('marks a cell that still rises with an arrow as well as an edge', () => {
    drawHeatmap();
    const arrows = screen.getAllByRole('cell').filter((cell) => cell.querySelector('svg') !== null);
    expect(arrows.map((cell) => cell.textContent)).toEqual(['57']);
  });

  it('has one cell in the tab order; arrows, Home and End walk, Esc closes the detail', async () => {
    drawHeatmap();
    const user = userEvent.setup();
    const focused = () => document.activeElement?.getAttribute('aria-label');
    await user.tab();
    expect(focused()).toBe('cell 61, 61 of 100, interval');
    expect(screen.getByText('61 of 100')).toBeTruthy();
    await user.keyboard('{ArrowRight}');
    expect(focused()).toBe('cell 57, 57 of 100, interval');
    await user.keyboard('{ArrowRight}{ArrowDown}');
    expect(focused()).toBe('cell, not known yet');
    await user.keyboard('{Home}');
    expect(focused()).toBe('cell 49, 49 of 100, interval');
    await user.keyboard('{Control>}{End}{/Control}');
    expect(focused()).toBe('cell, not known yet');
    await user.keyboard('{Control>}{Home}{/Control}');
    expect(focused()).toBe('cell 61, 61 of 100, interval');
    await user.keyboard('{Escape}');
    expect(screen.queryByText('61 of 100')).toBeNull();
    await user.keyboard('{ArrowRight}');
    await user.tab({ shift: true });
    await user.tab();
    // It comes back where it left.
    expect(focused()).toBe('cell 57, 57 of 100, interval');
  });

  it.each([
    [
      [
        [true, true, true],
        [true, true, false],
        [true, false, false],
      ],
      2,
      1,
      true,
    ],
    [
      [
        [true, true, true],
        [true, true, false],
        [true, false, false],
      ],
      2,
      2,
      false,
    ],
    [
      [
        [true, false, false, false],
        [false, false, false, false],
      ],
      3,
      2,
      true,
    ],
    [[[true, false]], 3, 1, false],
  ])('%# finds room for the reason or not', (cells, columns, rows, has) => {
    expect(roomForReason(cells, columns, rows)).toBe(has);
  });
});

describe('labels', () => {
  it.each([
    [
      [50, 100],
      [50, 100],
    ],
    [
      [50, 54],
      [43, 61],
    ],
    [
      [54, 50],
      [61, 43],
    ],
    // Held between the ends.
    [
      [2, 4],
      [0, 18],
    ],
    [
      [198, 199],
      [182, 200],
    ],
    // A third one pushes the block of two.
    [
      [50, 52, 60],
      [36, 54, 72],
    ],
  ])('%j are put at %j', (centres, placed) => {
    expect(spreadLabels(centres, 18, 0, 200)).toEqual(placed);
  });
});

describe('the return curve', () => {
  const curve = {
    n: 100,
    lastFollowUpDays: 100,
    points: [
      { days: 10, returned: 0.2, low: 0.13, high: 0.29, atRisk: 100 },
      { days: 70, returned: 0.5, low: 0.4, high: 0.6, atRisk: 60 },
    ],
  };

  it('is a step function, unknown beyond the last follow-up', () => {
    expect(returnEstimate(curve, 9)?.value).toBe(0);
    expect(returnEstimate(curve, 10)?.value).toBe(0.2);
    expect(returnEstimate(curve, 69)?.value).toBe(0.2);
    expect(returnEstimate(curve, 100)).toEqual({ value: 0.5, low: 0.4, high: 0.6, n: 100 });
    expect(returnEstimate(curve, 101)).toBeNull();
    expect(returnEstimate(null, 1)).toBeNull();
    expect(drawnPoints(curve, 365).map(({ days }) => days)).toEqual([0, 10, 70, 100]);
    expect(drawnPoints(curve, 50).map(({ days }) => days)).toEqual([0, 10, 50]);
  });

  it('says itself in words, marks 60 days and hatches what nobody was watched for', () => {
    const { container } = render(
      <ReturnCurveChart
        curve={curve}
        yearAgo={null}
        height={200}
        label="Half came back within 100 days"
        nowLabel={({ returned }) => `now ${returned}`}
        yearAgoLabel={() => 'a year ago'}
        markLabel={({ value }) => `${value} in 60 days`}
        shareLabel={(share) => `${Math.round(share * 100)}%`}
        lastDayLabel="365 days"
        unknownLabel="not known yet"
      />,
    );
    expect(screen.getByRole('img', { name: 'Half came back within 100 days' })).toBeTruthy();
    expect(screen.getByText('0.2 in 60 days')).toBeTruthy();
    expect(screen.getByText('now 0.5')).toBeTruthy();
    expect(screen.getByText('not known yet')).toBeTruthy();
    expect(container.querySelector('path[clip-path]')).toBeTruthy();
    const days = () => ['30', '60', '90', '180'].filter((day) => screen.queryByText(day) !== null);
    expect(days()).toEqual(['30', '60', '90', '180']);
    // Narrower, 30 and 90 would run into 60.
    const clientWidth = vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(300);
    act(() => void window.dispatchEvent(new Event('resize')));
    expect(days()).toEqual(['60', '180']);
    clientWidth.mockRestore();
  });
});

describe('the share line', () => {
  const point = (value: number | null, change = {}) => ({
    value,
    low: value === null ? null : value - 0.03,
    high: value === null ? null : value + 0.03,
    names: [`m${value}`],
    ...change,
  });

  it.each([
    [[point(0.45), point(0.48)], { from: 0.4, to: 0.55 }],
    // Near zero it starts there.
    [[point(0.04), point(0.1)], { from: 0, to: 0.15 }],
    [[point(null)], { from: 0, to: 1 }],
    [[point(0.99)], { from: 0.95, to: 1 }],
  ])('%# has an axis around what it shows', (points, { from, to }) => {
    const axis = axisOf(points);
    expect([axis.from, axis.to]).toEqual([from, to]);
    expect(axis.ticks.length).toBeLessThanOrEqual(5);
    expect(axis.ticks.every((tick) => tick >= from && tick <= to)).toBe(true);
  });

  it('breaks where nothing is known and stands on hatched ground where records are short', () => {
    const { container } = render(
      <ShareLineChart
        points={[point(0.4, { isPartial: true }), point(null), point(0.45), point(0.46)]}
        height={200}
        label="Regulars"
        shareLabel={(share) => `${Math.round(share * 100)}%`}
        endLabels={['46%', 'Oct']}
        startLabel={null}
      />,
    );
    // Two pieces: each begins with a move.
    const line = [...container.querySelectorAll('path')].find(
      (path) => !path.getAttribute('d')?.includes('Z'),
    );
    expect(container.querySelectorAll('path[clip-path]')).toHaveLength(1);
    expect(line?.getAttribute('d')?.match(/M/g)?.length).toBeGreaterThanOrEqual(2);
    expect(screen.getByText('46%')).toBeTruthy();
  });
});

describe('the interval bar', () => {
  it('leaves out an end label that the year-ago label would cover', () => {
    const bar = (yearAgo: number) => {
      cleanup();
      render(
        <IntervalBar
          share={0.5}
          low={0.45}
          high={0.55}
          yearAgo={yearAgo}
          yearAgoLabel="a year ago 3%"
          zeroLabel="0"
          fullLabel="100%"
          label="Half"
        />,
      );
      return ['0', '100%'].filter((text) => screen.queryByText(text) !== null);
    };
    expect(bar(0.03)).toEqual(['100%']);
    expect(bar(0.5)).toEqual(['0', '100%']);
    expect(bar(0.97)).toEqual(['0']);
  });
});
