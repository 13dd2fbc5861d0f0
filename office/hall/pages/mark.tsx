const roof = 'M3 20 20 5l17 15';
const pathHome = 'M20 36c0-7-7-6-7-12 0-4 3-6 7-6s7 2 7 6';

/** Our mark: a roof, and a path home. */
export function Mark() {
  return (
    <svg
      class="mark"
      viewBox="0 0 40 40"
      aria-hidden="true"
      fill="none"
      stroke-width="4"
      stroke-linecap="round"
      stroke-linejoin="round"
    >
      <path d={roof} stroke="#9a3412" />
      <path d={pathHome} stroke="#1e1b18" />
    </svg>
  );
}

/** The mark as a file, for the tab of the browser. */
export const markFile = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40" fill="none" stroke-width="4" stroke-linecap="round" stroke-linejoin="round"><path d="${roof}" stroke="#9a3412"/><path d="${pathHome}" stroke="#1e1b18"/></svg>`;
