import type { ThemeConfig } from 'antd';

/** Ink on near-white, persimmon a shade deeper than the families' one; red only for late or refused, green only for money that arrived. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#9a3412',
    colorLink: '#8a2b0c',
    colorLinkHover: '#7c2d12',
    colorSuccess: '#14532d',
    colorError: '#991b1b',
    colorWarning: '#713f12',
    colorInfo: '#1e3a8a',
    colorText: '#1e1b18',
    colorTextSecondary: '#544c45',
    colorTextTertiary: '#544c45',
    colorTextDescription: '#544c45',
    colorTextPlaceholder: '#5c534b',
    colorTextDisabled: '#5c534b',
    // The edge of a control needs 3:1 against what surrounds it (WCAG 1.4.11).
    colorBorder: '#8a7f74',
    colorBorderSecondary: '#e4dbce',
    colorBgContainerDisabled: '#f4efe8',
    colorBgLayout: '#f6f2ec',
    borderRadius: 6,
    controlHeight: 34,
    fontSize: 14,
    fontFamily: 'inherit',
    motion: false,
  },
  components: { Button: { fontWeight: 500 }, Alert: { defaultPadding: '10px 14px' } },
};
