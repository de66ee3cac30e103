using Medborgardialog.Application.Themes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Medborgardialog.Infrastructure.Themes;

internal static class ThemesRegistration
{
    public static void AddThemes(this IServiceCollection services) => services.TryAddSingleton<ITextStems, TextStems>();
}
